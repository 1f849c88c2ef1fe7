// Acting for somebody whose name was tapped: only while they still give leave.
import { switchTo } from './acting';
import { get } from './request';
import { missing } from './screen';

export async function actForPerson(person_id: string) {
  const { mine } = await get('/v1/families');
  const given = mine.find((each) => each.person_id === person_id);
  if (!given)
    throw missing(
      '您现在不能替这位家人办事了：权限收回了，或者到期了。',
      '还要办的话，请他再邀请您一次；他没有微信的话，请在“家人”里重新替他申请。',
    );
  switchTo(given);
}
