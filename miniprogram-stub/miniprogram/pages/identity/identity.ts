import { me, remember } from '../../services/auth';
import { go } from '../../services/go';
import { get, put } from '../../services/request';
import { Hindrance, SCREEN, act, load } from '../../services/screen';

Page({
  data: {
    ...SCREEN,
    fields: ['name', 'id_number'],
    proven: '',
    name: '',
    id_number: '',
    forPeople: false,
    isElsewhere: false,
  },
  onLoad() {
    return this.refresh();
  },
  refresh() {
    return load(
      this,
      'me',
      () => get('/v1/me'),
      (member) => {
        remember(member);
        return { proven: member.identity_proven ? (member.name_masked ?? '') : '' };
      },
    );
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ [event.currentTarget.dataset.key as string]: event.detail.value });
  },
  async prove() {
    await act(this, async () => {
      const { name, id_number } = this.data;
      if (!name.trim()) throw new Hindrance(empty('name', '还没有填姓名。'));
      if (!id_number.trim()) throw new Hindrance(empty('id_number', '还没有填身份证号。'));
      remember(await put('/v1/me/identity', { name, id_number }));
      this.setData({ proven: me()?.name_masked ?? '' });
    });
    const code = this.data.trouble?.code ?? '';
    this.setData({
      forPeople: FOR_PEOPLE.includes(code),
      isElsewhere: code === 'identity.person_already_bound',
    });
  },
  review() {
    go(`/packages/help/ask/ask?about=${me()!.person_id}&cause=identity.name_differs`);
  },
  recover() {
    go('/pages/recover/recover');
  },
  next() {
    void wx.redirectTo({ url: '/pages/activate/activate' });
  },
});

/** What was typed is kept, and a person of ours may decide on it. */
const FOR_PEOPLE = ['identity.name_and_number_differ', 'identity.number_for_people'];

const empty = (field: string, message: string) => ({
  message,
  next_step: '请照着身份证填，再点一次“核实”。',
  field,
  code: 'phone.empty',
});
