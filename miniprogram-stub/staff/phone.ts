// The hotline: who calls is known by what they say, and what they agree to is done here as they themselves could.
import { spoken } from '../miniprogram/services/words';
import { doFor, get, post, type Shapes } from './api';
import { app, escape, instant, once, options, page, text } from './page';

const nothingLooked = () => ({
  services: [] as Shapes['ServiceView'][],
  standing: null as Shapes['TimelineView'] | null,
  wanted: null as Omit<Shapes['BookVisit'], 'id' | 'caregiver_id' | 'quote_fen'> | null,
  offers: null as Shapes['OffersView'] | null,
  ring: null as Shapes['OtpView'] | null,
  families: null as Shapes['FamiliesView'] | null,
  seen: null as { acts: Shapes['ActsView']; looks: Shapes['LooksView'] } | null,
});
let looked = nothingLooked();

/** Nothing of one caller is left for the next. */
export function forgetCaller() {
  page.talk = null;
  page.aside = '';
  looked = nothingLooked();
  refill.fields = null;
}

export const phonePane = () => (page.talk ? actingPane(page.talk) : callPane());

/** Above everything while it lasts: whatever is pressed below is done in somebody's name. */
export const banner = () =>
  page.talk?.ends_at
    ? `<p class="acting" role="status"><b>正在电话里替来电人办事</b>，${spoken(page.talk.ends_at)} 前有效。每一步都会写进来电人的求助里。
        <button class="secondary outline" data-do="phone">接着办</button> <button class="secondary outline" data-do="hangUp">挂了</button></p>`
    : '';

const callPane = () => `
  <article><header>接来电</header>
    <p>请来电人自己报这三样，您照着填；对不对由后台比，您看不到登记的内容。</p>
    <form data-do="startTalk"><div class="grid">
      <label>登记的手机号<input name="phone" inputmode="numeric" required pattern="1[3-9][0-9]{9}" autocomplete="off" /></label>
      <label>姓名<input name="name" required maxlength="60" autocomplete="off" /></label>
      <label>证件号后四位<input name="ends" required pattern="[0-9]{3}[0-9Xx]" autocomplete="off" /></label></div>
      <label>卡在什么地方<select name="cause" required><option value="">请选一类</option>${options(page.desk!.causes.filter(({ about }) => about.includes('per')))}</select></label>
      <label>来电人说的<textarea name="text" required></textarea></label>
      <label><input type="checkbox" name="agreed" required />我念过：“我替您办，每一步都记下来，半小时内有效，您同意吗？”来电人说同意</label>
      <button>核对，开始代办</button></form></article>`;

const actingPane = ({ id, person_id, case: open }: Shapes['TalkView']) => `
  <article><header>替来电人办事 · <a href="#" data-do="open" data-id="${open.id}">这次的求助</a> · <a href="#" data-do="story" data-id="${person_id}">来龙去脉</a></header>
    ${standingPart(looked.standing)}
    <details ${isOpen('identity')}><summary>实名</summary><form data-do="proveFor" data-id="${id}"><label>姓名<input name="name" required /></label>
      <label>身份证号<input name="id_number" required autocomplete="off" /></label><button>提交实名资料</button></form></details>
    <details ${looked.ring ? 'open' : ''}><summary>打自动电话核实</summary>${ringPart(looked.ring)}</details>
    <details ${isOpen('card')}><summary>激活卡</summary><form data-do="activateFor" data-id="${id}"><label>激活码<input name="code" required autocomplete="off" /></label><button>激活</button></form></details>
    <details ${looked.offers ? 'open' : ''}><summary>预约护工</summary>${bookingPart()}</details>
    <details ${looked.families ? 'open' : ''}><summary>让哪些家人办事</summary>${familiesPart(looked.families)}</details>
    <details ${looked.seen ? 'open' : ''}><summary>谁替来电人办过事，谁看过信息</summary>${seenPart(looked.seen)}</details>
    <details><summary>同意家人提的预约</summary><form data-do="approveFor" data-id="${id}"><label>预约编号<input name="visit" required placeholder="vis_" /></label><button class="secondary">来电人同意，约上</button></form></details>
    <details><summary>取消预约</summary><form data-do="cancelFor" data-id="${id}"><label>预约编号<input name="visit" required placeholder="vis_" /></label><button class="secondary">取消这次预约</button></form></details>
  </article>`;

/** Neither the code nor what is keyed is ever shown here: only whether it was right. */
const ringPart = (ring: Shapes['OtpView'] | null) => `
  <p>核实过姓名和身份证号以后，会有一个自动电话打到登记的手机，念六位数字，请对方自己在手机上按。对方正用这部手机打给您的，请先说好：挂了电话就接自动的那个；按完再打回来。不要让对方念给您听。</p>
  ${ring ? `<p role="status"><b>${ring.used_at ? '按对了：是本人的把握更大了。' : ring.state_name}</b></p>` : ''}
  ${ring && !ring.used_at ? '<button data-do="lookAtRing">看按了没有</button>' : ''}
  ${ring?.used_at ? '' : '<button class="secondary" data-do="ringFor">打自动电话</button>'}`;

const familiesPart = (families: Shapes['FamiliesView'] | null) => {
  if (!families) return '<button class="secondary" data-do="familiesFor">看一看</button>';
  const holds = families.given.filter(({ state }) => state !== 'over');
  if (!holds.length) return '<p>没有让哪位家人办事。</p>';
  return holds
    .map(
      ({ id, relation_name, name_masked, sentence, is_guardian }) =>
        `<p><b>${relation_name} ${escape(name_masked ?? '')}</b>：${sentence} ${is_guardian ? '' : `<button class="secondary" data-do="endGrantFor" data-id="${id}">收回</button>`}</p>`,
    )
    .join('');
};

/** Read aloud to who has no mini program to look it up in. */
const seenPart = (seen: { acts: Shapes['ActsView']; looks: Shapes['LooksView'] } | null) => {
  if (!seen) return '<button class="secondary" data-do="seenFor">看一看</button>';
  const acts = seen.acts.items.map(
    ({ at, relation_name, name_masked, what }) =>
      `<li>${spoken(at)}，${relation_name} ${escape(name_masked ?? '')} 办了：${escape(what)}</li>`,
  );
  const looks = seen.looks.items.map(
    ({ at, who, name_masked, what }) =>
      `<li>${spoken(at)}，${escape(who)} ${escape(name_masked ?? '')} 看了：${escape(what)}</li>`,
  );
  const more = seen.acts.next || seen.looks.next ? '<p>只是最近的，还有更早的。</p>' : '';
  return `${more}<ul>${acts.join('') || '<li>没有家人替来电人办过事。</li>'}</ul><ul>${looks.join('') || '<li>没有别人看过。</li>'}</ul>`;
};

/** By the link, not by its remedy: that is the case itself while one is open. */
const isOpen = (link: string) => (looked.standing?.blocked?.key === link ? 'open' : '');

const standingPart = (standing: Shapes['TimelineView'] | null) => {
  if (!standing) return '';
  const { blocked } = standing;
  if (!blocked) return '<p>该办的都办好了，可以预约。</p>';
  const money = blocked.key === 'money' ? '充值要本人在自己的微信里付，不能代办。' : '';
  return `<p>卡在<b>${blocked.name}</b>：${escape(blocked.sentence)}${money}</p>`;
};

const bookingPart = () => `
  <form data-do="searchFor" data-id="${page.talk!.id}"><div class="grid">
    <label>服务<select name="service">${options(looked.services)}</select></label>
    <label>上门时间<input name="start" type="datetime-local" step="1800" required /></label>
    <label>几个小时<select name="hours">${[1, 1.5, 2, 3, 4, 6, 8, 12].map((hours) => `<option${hours === 2 ? ' selected' : ''}>${hours}</option>`).join('')}</select></label></div>
    <label>地址<input name="address" required maxlength="60" /></label>
    <label>地图上的坐标（腾讯或高德地图：纬度,经度）<input name="place" required pattern="[0-9.]+ *, *[0-9.]+" placeholder="31.2304,121.4737" /></label>
    <label>需要注意的<input name="needs" maxlength="300" /></label><button class="secondary">找护工</button></form>
  ${looked.offers ? offersPart(looked.offers) : ''}`;

const offersPart = ({ items, message, quote_fen }: Shapes['OffersView']) => `
  <p>${escape(message)}</p>${items
    .map(
      ({ caregiver_id, name, reasons }) =>
        `<p><button data-do="bookFor" data-id="${caregiver_id}">约${escape(name)}，${(quote_fen / 100).toFixed(2)} 元</button> <small>${reasons.map(escape).join('，')}</small></p>`,
    )
    .join('')}`;

async function look(person: string) {
  looked.standing = await get<Shapes['TimelineView']>(`/v1/staff/timeline/${person}`);
  looked.services = (await get<Shapes['ServicesView']>('/v1/services')).items;
}

const show = () => {
  page.aside = phonePane();
};

async function acted(what: string) {
  await look(page.talk!.person_id);
  show();
  page.told = what;
}

export const phoneSteps: Record<string, (given: DOMStringMap, form: FormData) => Promise<void>> = {
  phone: async () => show(),
  hangUp: async () => {
    await post(`/v1/staff/talks/${page.talk!.id}/end`);
    forgetCaller();
  },
  startTalk: async (_, form) => {
    const said = {
      phone: `+86${text(form, 'phone')}`,
      name: text(form, 'name'),
      number_ends: text(form, 'ends'),
      agreed: true,
      cause: text(form, 'cause'),
      about: null,
      text: text(form, 'text'),
    };
    const began = await once('talk', 'talk', said, (id) =>
      post<Shapes['TalkView']>('/v1/staff/talks', { id, ...said }),
    );
    forgetCaller();
    if (!began.ends_at) {
      page.open = began.case;
      page.told = '只对上了手机号，还不知道他是谁：求助记下了，但不能代办。请他在小程序里先实名。';
      return;
    }
    page.talk = began;
    await acted('三样都对上了，可以代办。');
  },
  proveFor: async (_, form) => {
    const body = { name: text(form, 'name'), id_number: text(form, 'id_number') };
    await doFor(page.talk!.person_id, 'PUT', '/v1/me/identity', body);
    await acted('实名办好了。');
  },
  ringFor: async () => {
    looked.ring = await doFor(page.talk!.person_id, 'POST', '/v1/me/voice-codes');
    show();
    page.told = '电话打出去了，请对方接。';
  },
  lookAtRing: async () => {
    looked.ring = await doFor(page.talk!.person_id, 'GET', `/v1/otp/${looked.ring!.id}`);
    show();
  },
  activateFor: async (_, form) => {
    const body = { activation_code: text(form, 'code') };
    const { person_id } = page.talk!;
    await once(`${person_id}/activate`, 'card', body, (id) =>
      doFor(person_id, 'POST', '/v1/cards/activations', { id, ...body }),
    );
    await acted('卡激活了。');
  },
  searchFor: async (_, form) => {
    const [lat, lng] = text(form, 'place').split(',').map(Number);
    const location = { lat: lat!, lng: lng!, datum: 'GCJ02' as const };
    const start_at = instant(form, 'start');
    const duration_min = Number(text(form, 'hours')) * 60;
    const service = text(form, 'service');
    looked.wanted = {
      service,
      start_at,
      duration_min,
      address: { text: text(form, 'address'), location },
      needs: text(form, 'needs'),
    };
    const { talk } = page;
    const found = await post<Shapes['OffersView']>('/v1/caregivers/search', {
      service,
      start_at,
      duration_min,
      location,
    });
    if (page.talk !== talk) return; // hung up meanwhile
    looked.offers = found;
    const filled = new Map(form.entries());
    show();
    page.told = '念给来电人听，同意了再点。';
    refill.fields = filled;
  },
  bookFor: async ({ id: caregiver_id }) => {
    const body = { ...looked.wanted!, caregiver_id, quote_fen: looked.offers!.quote_fen };
    const { person_id } = page.talk!;
    await once(`${person_id}/book`, 'vis', body, (id) =>
      doFor(person_id, 'POST', '/v1/visits', { id, ...body }),
    );
    looked.offers = looked.wanted = null;
    await acted('约好了，护工接单后会通知来电人。');
  },
  familiesFor: async () => {
    looked.families = await doFor(page.talk!.person_id, 'GET', '/v1/families');
    show();
  },
  seenFor: async () => {
    const { id, person_id } = page.talk!;
    const acts = await doFor<Shapes['ActsView']>(person_id, 'GET', '/v1/family-acts');
    const looks = await doFor<Shapes['LooksView']>(person_id, 'GET', '/v1/access-log');
    // Meanwhile somebody else may be on the phone.
    if (page.talk?.id !== id) return;
    looked.seen = { acts, looks };
    show();
  },
  endGrantFor: async ({ id }) => {
    const { person_id } = page.talk!;
    await doFor(person_id, 'POST', `/v1/grants/${id}/end`);
    looked.families = await doFor(person_id, 'GET', '/v1/families');
    show();
    page.told = '收回了，那位家人会收到消息。';
  },
  approveFor: async (_, form) => {
    const path = `/v1/visits/${text(form, 'visit')}/approve`;
    const visit = await doFor<Shapes['VisitView']>(page.talk!.person_id, 'POST', path);
    await acted(visit.sentence);
  },
  cancelFor: async (_, form) => {
    const path = `/v1/visits/${text(form, 'visit')}/cancel`;
    const visit = await doFor<Shapes['VisitView']>(page.talk!.person_id, 'POST', path);
    await acted(visit.sentence);
  },
};

/** What was typed into the search stays beside its offers. */
export const refill = {
  fields: null as Map<string, FormDataEntryValue> | null,
  now() {
    for (const [name, value] of this.fields ?? []) {
      const field = app.querySelector<HTMLInputElement>(`form[data-do=searchFor] [name=${name}]`);
      if (field) field.value = String(value);
    }
    this.fields = null;
  },
};
