import { forWhom } from '../../services/acting';
import { newId } from '../../services/ids';
import { draftOf, dropDraft, keepDraft } from '../../services/keep';
import { post, type Shapes } from '../../services/request';
import { Hindrance, READY, act } from '../../services/screen';

const DRAFT = 'card';
const NO_CODE = {
  message: '还没有填激活码。',
  next_step: '激活码在卡片背面，刮开就能看到。',
  field: 'activation_code',
  code: 'phone.empty',
};
type Draft = Shapes['ActivateCard'];

Page({
  data: { ...READY, fields: ['activation_code'], card: '', activation_code: '' },
  onLoad() {
    this.setData({ activation_code: draftOf<Draft>(forWhom(DRAFT))?.activation_code ?? '' });
  },
  typed(event: WechatMiniprogram.CustomEvent<{ value: string }>) {
    this.setData({ activation_code: event.detail.value });
  },
  activate() {
    return act(this, async () => {
      const { activation_code } = this.data;
      if (!activation_code.trim()) throw new Hindrance(NO_CODE);
      const before = draftOf<Draft>(forWhom(DRAFT));
      const isSame = before?.activation_code === activation_code;
      const draft = keepDraft(forWhom(DRAFT), isSame ? before : { id: newId('card'), activation_code });
      const card = await post('/v1/cards/activations', draft);
      dropDraft(forWhom(DRAFT));
      this.setData({ card: card.name });
    });
  },
  go(event: WechatMiniprogram.TouchEvent) {
    void wx.reLaunch({ url: event.currentTarget.dataset.to as string });
  },
});
