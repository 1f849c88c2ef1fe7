// The desk: queues, cases, the hotline, duty, stories, problems and promises. Keys: 1-9, j, k, c, r.
import { Trouble, get, isSignedIn, post, signedIn, type Shapes } from './api';
import { app, escape, forgetDrafts, instant, once, page, text, type Case } from './page';
import {
  paperOf,
  caseButton,
  casePane,
  codesPane,
  dutyPane,
  problemsPane,
  gatewaysPane,
  promisesPane,
  storyPane,
  timelinePane,
} from './panes';
import { banner, forgetCaller, phoneSteps, refill } from './phone';

type Desk = Shapes['DeskView'];

const caseButtons = () => page.cases.map(caseButton).join('') || '<p>这个队列没有工单。</p>';

/** The list alone: what somebody is writing beside it stays. */
function renderCases() {
  const list = app.querySelector('.cases');
  if (list) list.innerHTML = caseButtons();
}

/** The sentence alone: a refused step leaves what was typed where it is. */
function renderTold() {
  const told = app.querySelector('.told');
  if (told) told.textContent = page.told;
}

function render() {
  app.innerHTML = page.desk ? deskPage(page.desk) : signInPage();
  refill.now();
  if (!page.desk) app.querySelector<HTMLInputElement>('[name=code]')?.focus();
}

const signInPage = () => `
  <article>
    <h1>远盟健康工作台</h1>
    <p>在小程序的“设置”里点“取登录码”，和动态口令一起填在这里。</p>
    <form data-do="signIn">
      <label>登录码（8 位）<input name="code" inputmode="numeric" autocomplete="off" required maxlength="9" /></label>
      <label>动态口令（6 位）<input name="otp" inputmode="numeric" autocomplete="off" required maxlength="6" /></label>
      <button>登录</button>
    </form>
    <p class="told" role="status">${escape(page.told)}</p>
  </article>`;

const tab = (name: string, label: string) =>
  `<li><button class="secondary" data-do="${name}">${label}</button></li>`;

const deskPage = ({ mine, roles }: Desk) => `
  <header>
    <nav aria-label="队列">
      <ul>${mine.map(({ code, name }, place) => `<li><button data-do="queue" data-code="${code}" ${code === page.queue ? 'aria-current="true"' : 'class="secondary"'}>${name} <kbd>${place + 1}</kbd></button></li>`).join('')}
        ${roles.includes('agent') ? tab('phone', '接来电') : ''}${tab('duty', '值班')}${tab('problems', '问题')}${tab('promises', '说到做到')}${roles.includes('supervisor') ? tab('codes', '发卡') : ''}</ul>
      <ul><li><form data-do="lookUp" role="search"><input name="id" type="search" placeholder="编号：per_ card_ vis_ top_ case_ req_" aria-label="查一个编号" /></form></li>
        <li><button class="secondary outline" data-do="leave">退出</button></li></ul>
    </nav>
    ${banner()}
    <p class="told" role="status">${escape(page.told)}</p>
  </header>
  <div class="split">
    <section class="cases" aria-label="工单">${caseButtons()}</section>
    <section aria-label="内容">${page.aside || (page.open ? casePane(page.open) : '<p>按 <kbd>j</kbd> <kbd>k</kbd> 选工单，<kbd>c</kbd> 接手，<kbd>r</kbd> 答复。</p>')}</section>
  </div>`;

/** Whoever signs in next finds nothing of who was here before. */
function signOut() {
  forgetCaller();
  page.desk = page.open = null;
  page.cases = [];
  page.queue = '';
  page.photos.clear();
  page.paper = { of: '', url: '' };
  forgetDrafts();
}

type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** By form and what it is about: the form of one case is not that of another. */
const formOf = ({ dataset }: HTMLElement) => `${dataset.do} ${dataset.id}`;

const fields = () =>
  [...app.querySelectorAll<Field>('form :is(textarea, select, input:not([type=radio]))')].map((field) => ({
    field,
    form: formOf(field.form!),
    place: `${formOf(field.form!)} ${field.name}`,
  }));

const isTick = (field: Field): field is HTMLInputElement => field.type === 'checkbox';

/** Somebody typed or chose there: what was drawn is drawn anew by itself. */
function isWritten(field: Field): boolean {
  if (isTick(field)) return field.checked !== field.defaultChecked;
  if (!(field instanceof HTMLSelectElement)) return field.value !== field.defaultValue;
  const drawn = [...field.options].findIndex(({ defaultSelected }) => defaultSelected);
  return field.selectedIndex !== Math.max(drawn, 0);
}

/** Draws anew around what somebody is writing; what was sent with the step is gone. */
function renderAround(sent: string) {
  const before = fields();
  const written = before.filter(({ field, form }) => form !== sent && isWritten(field));
  const unfolded = before.filter(({ field, form }) => form !== sent && field.closest('details')?.open);
  const last = before.find(({ field }) => field === document.activeElement);
  render();
  const drawn = new Map(fields().map(({ field, place }) => [place, field]));
  for (const { field, place } of written) {
    const now = drawn.get(place);
    if (!now) continue;
    if (isTick(now)) now.checked = isTick(field) && field.checked;
    else now.value = field.value;
  }
  for (const { place } of unfolded) drawn.get(place)?.closest('details')?.setAttribute('open', '');
  if (last) drawn.get(last.place)?.focus();
}

/** Runs one step; what went wrong is said, and a session that ended leads to signing in. */
async function step(run: () => Promise<void>, sent = '') {
  page.told = '';
  try {
    await run();
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    page.told = `${trouble.message}${trouble.next_step}`;
    if (!trouble.isSignedOut) return renderTold();
    signOut();
  }
  renderAround(sent);
}

async function begin() {
  page.desk = await get<Desk>('/v1/staff/desk');
  await show(page.queue || page.desk.mine[0]!.code);
}

async function show(queue: string) {
  page.queue = queue;
  page.cases = (await get<Shapes['QueueView']>(`/v1/staff/queues/${queue}`)).items;
}

async function read(id: string) {
  page.aside = '';
  page.open = await get<Case>(`/v1/staff/cases/${id}`);
}

/** What came back of a case is shown if it is still the one that is open. */
function showStill(answered: Case) {
  if (page.open?.id === answered.id) page.open = answered;
}

async function word(case_id: string, action: string, body: object) {
  showStill(
    await once(`${case_id}/${action}`, 'post', body, (id) =>
      post<Case>(`/v1/staff/cases/${case_id}/${action}`, { id, ...body }),
    ),
  );
  page.told = '办好了。';
  await show(page.queue);
}

const aside = async (pane: string) => {
  page.aside = pane;
};

const steps: Record<string, (given: DOMStringMap, form: FormData) => Promise<void>> = {
  ...phoneSteps,
  signIn: async (_, form) => {
    const body = { code: text(form, 'code').replace(/\s/g, ''), otp: text(form, 'otp') };
    signedIn((await post<Shapes['AtDeskView']>('/v1/staff/login', body)).token);
    await begin();
  },
  leave: async () => {
    signedIn('');
    signOut();
  },
  queue: async ({ code }) => {
    page.open = null;
    page.aside = '';
    await show(code!);
  },
  open: ({ id }) => read(id!),
  claim: async () => {
    showStill(await post<Case>(`/v1/staff/cases/${page.open!.id}/claim`));
    await show(page.queue);
  },
  reply: ({ id }, form) =>
    word(id!, 'reply', { text: text(form, 'text'), waits: form.get('waits') !== null }),
  'hand-over': ({ id }, form) =>
    word(id!, 'hand-over', {
      text: text(form, 'text'),
      queue: text(form, 'queue'),
      cause: text(form, 'cause'),
    }),
  close: ({ id }, form) =>
    word(id!, 'close', {
      text: text(form, 'text'),
      cause: text(form, 'cause'),
      action: text(form, 'action'),
    }),
  photo: async ({ id }) => {
    const { jpeg } = await get<Shapes['PhotoView']>(`/v1/staff/cases/${page.open!.id}/photos/${id}`);
    page.photos.set(id!, jpeg);
  },
  paper: async () => {
    const of = paperOf(page.open!);
    const { url } = await get<Shapes['PaperAddressView']>(`/v1/staff/cases/${page.open!.id}/paper`);
    page.paper = { of, url };
  },
  unmask: ({ id }, form) => word(id!, 'unmask', { text: text(form, 'text') }),
  decide: ({ id }, form) =>
    word(id!, 'decide', {
      text: text(form, 'text'),
      approve: text(form, 'approve') === 'yes',
      applied_at: page.open!.application!.applied_at,
    }),
  look: async ({ id }) => aside(timelinePane(await get<Shapes['TimelineView']>(`/v1/staff/timeline/${id}`))),
  story: async ({ id }) => aside(storyPane(await get<Shapes['StoryView']>(`/v1/staff/story/${id}`))),
  lookUp: async (_, form) =>
    aside(storyPane(await get<Shapes['StoryView']>(`/v1/staff/story/${text(form, 'id')}`))),
  silence: async (given, form) => {
    const { why } = await post<Shapes['SilenceView']>(`/v1/staff/people/${given.id}/silence`);
    await steps.story!(given, form);
    page.told = why === 'died' ? '记上了，不再发消息给他。' : '本人已经在微信里注销，早就不再发了。';
  },
  endGuardianship: async (given, form) => {
    await post(`/v1/staff/people/${given.id}/guardianship/end`, { why: given.why });
    await steps.story!(given, form);
    page.told = '结束了，两边都会收到消息。';
  },
  liftSilence: async (given, form) => {
    const { why } = await post<Shapes['SilenceView']>(`/v1/staff/people/${given.id}/silence/lift`);
    await steps.story!(given, form);
    page.told = why ? '本人在微信里注销了，只有本人回来才会恢复。' : '恢复了，消息照常发。';
  },
  problems: async () => aside(problemsPane(await get<Shapes['ProblemsView']>('/v1/staff/problems'))),
  promises: async () => {
    const [promises, gateways] = await Promise.all([
      get<Shapes['PromisesView']>('/v1/staff/promises'),
      get<Shapes['GatewaysView']>('/v1/staff/gateways'),
    ]);
    aside(promisesPane(promises) + gatewaysPane(gateways));
  },
  mend: async ({ id }, form) => {
    await post(`/v1/staff/problems/${id}/close`, { text: text(form, 'text') });
    page.told = '每个人都会在自己的求助里看到。';
    await steps.problems!({}, form);
  },
  duty: async () =>
    aside(dutyPane(page.queue, await get<Shapes['RosterView']>(`/v1/staff/roster/${page.queue}`))),
  takeShift: async (given, form) => {
    const body = {
      queue: page.queue,
      from_at: instant(form, 'from'),
      to_at: instant(form, 'to'),
      turn: Number(text(form, 'turn')),
    };
    await once('shift', 'shift', body, (id) => post('/v1/staff/duty', { id, ...body }));
    await steps.duty!(given, form);
    page.told = '记上了，到时候有事会叫您。';
  },
  cancelShift: async (given, form) => {
    await post(`/v1/staff/duty/${given.id}/cancel`);
    await steps.duty!(given, form);
    page.told = '取消了。';
  },
  codes: async () => aside(codesPane(null)),
  issueCodes: async (_, form) => {
    const body = { count: Number(text(form, 'count')), use_by: text(form, 'use_by') || null };
    const issued = await once('codes', 'bat', body, (id) =>
      post<Shapes['IssuedCodesView']>('/v1/staff/activation-codes', { id, ...body }),
    );
    await aside(codesPane(issued));
  },
  revokeCodes: async (_, form) => {
    await post(`/v1/staff/activation-codes/${text(form, 'batch')}/revoke`, { text: text(form, 'text') });
    page.told = '这一批作废了，还没激活的都不能用了。';
  },
};

app.addEventListener('click', (event) => {
  const target = (event.target as Element).closest<HTMLElement>('[data-do]:not(form)');
  if (!target) return;
  event.preventDefault();
  void step(() => steps[target.dataset.do!]!(target.dataset, new FormData()));
});

app.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  void step(() => steps[form.dataset.do!]!(form.dataset, new FormData(form)), formOf(form));
});

document.addEventListener('keydown', (event) => {
  const isTyping = (event.target as Element).matches('input, textarea, select');
  if (isTyping || event.ctrlKey || event.metaKey || event.altKey || !page.desk) return;
  const place = page.cases.findIndex(({ id }) => id === page.open?.id);
  const next = event.key === 'j' ? place + 1 : event.key === 'k' ? place - 1 : -1;
  const queue = page.desk.mine[Number(event.key) - 1];
  if (page.cases[next]) void step(() => read(page.cases[next]!.id));
  else if (queue) void step(() => steps.queue!({ code: queue.code }, new FormData()));
  else if (event.key === 'c' && page.open) void step(() => steps.claim!({}, new FormData()));
  else if (event.key === 'r' && page.open) {
    event.preventDefault();
    app.querySelector<HTMLTextAreaElement>('form[data-do=reply] textarea')?.focus();
  }
});

const EVERY_MS = 15_000;
setInterval(() => {
  if (page.desk) void show(page.queue).then(renderCases, () => undefined);
}, EVERY_MS);

render();
if (isSignedIn()) void step(begin);
