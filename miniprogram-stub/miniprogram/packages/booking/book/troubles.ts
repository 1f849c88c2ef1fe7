// What the phone itself has to say about a booking.
import type { Trouble } from '../../../services/screen';

export const NO_ADDRESS: Trouble = {
  message: '还没有写地址。',
  next_step: '请写到门牌号，护工才找得到，例如：人民大道 200 号 3 楼。',
  field: 'address.text',
  code: 'phone.no_address',
};

export const NOT_BOOKED: Trouble = {
  message: '上次没有约成，没有扣钱。',
  next_step: '您填的都还在，请在下面再点一次。',
  field: '',
  code: 'phone.not_booked',
};
