import { actAs } from '../../../services/acting';
import { me } from '../../../services/auth';
import { go } from '../../../services/go';
import { get } from '../../../services/request';
import { SCREEN, load } from '../../../services/screen';

/** A card that somebody sent in WeChat, or a message about a visit of the family: it opens nothing by itself, but leads who may see it straight there. */
Page({
  data: { ...SCREEN, id: '', of: '' },
  onLoad({ id, of }: { id?: string; of?: string }) {
    this.setData({ id: id ?? '', of: of ?? '' });
  },
  onShow() {
    return this.refresh();
  },
  refresh() {
    const { id, of } = this.data;
    return load(
      this,
      `shared/${of}`,
      () => get('/v1/families'),
      ({ mine }) => {
        const given = mine.find(
          ({ person_id, scopes }) => person_id === of && scopes.includes('view_visits'),
        );
        const isMine = me()?.person_id === of;
        if (given || isMine) actAs(given ?? null);
        if (given || isMine) void wx.redirectTo({ url: `/packages/tracking/visit/visit?id=${id}` });
        return {};
      },
    );
  },
  toFamily() {
    go('/packages/family/family/family');
  },
});
