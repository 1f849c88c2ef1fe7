// A visit's state in words for the caregiver; the backend's names of states speak of her to the family.
import type { Shapes } from '../../services/request';

export const YOURS: Record<Shapes['Status'], string> = {
  // The first and the last she never sees: what family only asked for is nothing to her.
  asked: '等本人同意',
  booked: '等您答复',
  accepted: '您已接单',
  on_the_way: '您已出发',
  in_service: '服务中',
  done: '已完成',
  declined: '您已谢绝',
  lapsed: '没有答复，已自动取消',
  cancelled: '对方取消了',
  missed: '没有签到，已自动取消',
  not_approved: '本人没有同意',
};
