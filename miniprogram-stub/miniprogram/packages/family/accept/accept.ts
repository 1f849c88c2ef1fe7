import { choicesOf, nameOf, switchTo, type Mine } from '../../../services/acting';
import { go } from '../../../services/go';
import { post } from '../../../services/request';
import { SCREEN, act, load } from '../../../services/screen';
import { yuan } from '../../../services/words';

Page({
  data: {
    ...SCREEN,
    code: '',
    mine: null as Mine | null,
    who: '',
    can: [] as { name: string; about: string }[],
    most: '',
    isAccepted: false,
  },
  onLoad({ code }: { code?: string }) {
    this.setData({ code: code ?? '' });
  },
  onShow() {
    return this.refresh();
  },
  refresh() {
    const { code } = this.data;
    return load(this, 'invitation', () => post('/v1/invitations/look', { code }), rendered);
  },
  accept() {
    return act(this, async () => {
      this.setData({
        ...rendered(await post('/v1/invitations/accept', { code: this.data.code })),
        isAccepted: true,
      });
    });
  },
  prove() {
    go('/pages/identity/identity');
  },
  begin() {
    switchTo(this.data.mine);
  },
});

const rendered = (mine: Mine) => ({
  mine,
  who: nameOf(mine),
  can: choicesOf(true).filter(({ scope }) => mine.scopes.includes(scope)),
  most: mine.limit_fen ? `每天最多花他 ${yuan(mine.limit_fen)}，超过的要他点头` : '',
});
