// The desk: queues, a case with its clocks, where somebody stands, stories and problems. Keys: 1-9, j, k, c, r.
import { newId } from '../miniprogram/services/ids';
import { spoken } from '../miniprogram/services/words';
import { Trouble, get, isSignedIn, post, signedIn, type Shapes } from './api';

type Case = Shapes['StaffCaseView'];
type Desk = Shapes['DeskView'];

const CLOCKS = { first_answer: '第一次答复', next_answer: '再次答复', resolve: '办结' };
const STATUS = { open: '该我们', waiting: '等用户', closed: '办结' };
const AUTHORS = { person: '用户', staff: '我们', colleagues: '同事之间' };
const OWNERS = { you: '用户', us: '我们', caregiver: '护工', nobody: '没有人' };

const app = document.querySelector<HTMLElement>('#app')!;
const page = {
  desk: null as Desk | null,
  queue: '',
  cases: [] as Case[],
  open: null as Case | null,
  aside: '',
  told: '',
};
/** The id of a word stays until the backend has decided, as long as the word is the same: sent twice is said once. */
const drafts = new Map<string, { id: string; said: string }>();

const escape = (text: string) => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

const options = (entries: { code: string; name: string }[], chosen = '') =>
  entries
    .map(({ code, name }) => `<option value="${code}"${code === chosen ? ' selected' : ''}>${name}</option>`)
    .join('');

const caseButtons = () => page.cases.map(caseButton).join('') || '<p>这个队列没有工单。</p>';

/** The list alone: what somebody is writing beside it stays. */
function renderCases() {
  const list = app.querySelector('.cases');
  if (list) list.innerHTML = caseButtons();
}

function render() {
  app.innerHTML = page.desk ? deskPage(page.desk) : signInPage();
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

const deskPage = ({ mine }: Desk) => `
  <header>
    <nav aria-label="队列">
      <ul>${mine.map(({ code, name }, place) => `<li><button data-do="queue" data-code="${code}" ${code === page.queue ? 'aria-current="true"' : 'class="secondary"'}>${name} <kbd>${place + 1}</kbd></button></li>`).join('')}
        <li><button class="secondary" data-do="problems">问题</button></li>
        <li><button class="secondary" data-do="promises">说到做到</button></li></ul>
      <ul><li><form data-do="lookUp" role="search"><input name="id" type="search" placeholder="编号：per_ card_ vis_ top_ case_ req_" aria-label="查一个编号" /></form></li>
        <li><button class="secondary outline" data-do="leave">退出</button></li></ul>
    </nav>
    <p class="told" role="status">${escape(page.told)}</p>
  </header>
  <div class="split">
    <section class="cases" aria-label="工单">${caseButtons()}</section>
    <section aria-label="内容">${page.aside || (page.open ? casePane(page.open) : '<p>按 <kbd>j</kbd> <kbd>k</kbd> 选工单，<kbd>c</kbd> 接手，<kbd>r</kbd> 答复。</p>')}</section>
  </div>`;

const caseButton = (each: Case) => `
  <button data-do="open" data-id="${each.id}" class="${each.id === page.open?.id ? '' : 'outline'}">
    <b>${each.cause_name}</b> · ${each.owner ? '有人接手' : '没人接手'}<br /><small>${soonest(each)}</small>
  </button>`;

function soonest({ clocks }: Case): string {
  const running = clocks.filter(({ due_at }) => due_at).sort((a, b) => (a.due_at! < b.due_at! ? -1 : 1));
  const [first] = running;
  if (!first) return '没有时限在走';
  const words = `${CLOCKS[first.kind]}：${first.late ? '已晚，原定' : '最晚'}${spoken(first.due_at!)}`;
  return first.late ? `<span class="late">${words}</span>` : words;
}

const clockRow = (clock: Case['clocks'][number]) => `
  <tr class="${clock.late ? 'late' : ''}"><td>${CLOCKS[clock.kind]}</td><td>${clock.hours}</td>
    <td>${Math.round(clock.used_s / 60)} / ${clock.allowed_min} 分钟</td>
    <td>${clock.kept_at ? `办到了，${spoken(clock.kept_at)}` : clock.due_at ? `最晚 ${spoken(clock.due_at)}` : '停着'}${clock.late ? '（晚了）' : ''}${clock.assumed ? '（假期未公布）' : ''}</td></tr>`;

const casePane = (open: Case) => `
  <article>
    <header><b>${open.cause_name}</b>（${open.kind_name}） · ${STATUS[open.status]} ${open.outcome_name ?? ''} ${open.reopened ? `· 重开 ${open.reopened} 次` : ''}
      <br /><small><a href="#" data-do="look" data-id="${open.about}">卡在哪一步</a> · <a href="#" data-do="story" data-id="${open.about}">来龙去脉</a> · <a href="#" data-do="story" data-id="${open.person_id}">这个人</a></small></header>
    <table><thead><tr><th>时限</th><th>日历</th><th>已用</th><th>到期</th></tr></thead><tbody>${open.clocks.map(clockRow).join('')}</tbody></table>
    ${open.posts.map((each) => `<div class="post ${each.author}"><small>${AUTHORS[each.author]}，${spoken(each.at)}</small><br />${escape(each.text)}</div>`).join('')}
    ${open.application ? applicationPart(open.application) : ''}
    ${open.status === 'closed' ? '' : stepsPart(open)}
  </article>`;

const applicationPart = (given: Shapes['ApplicationView']) => `
  <h2>等着核对的资料</h2>
  <p>${escape(given.name ?? given.name_masked)}，${given.id_number ?? given.number_masked}${given.code_points ? `<br /><small>字形：${given.code_points.join(' ')}</small>` : ''}</p>
  <form data-do="unmask"><input name="text" required placeholder="为什么要看全名和号码" aria-label="看全名和号码的理由" /><button class="secondary">看全名和号码</button></form>
  <form data-do="decide"><label>给用户的话<textarea name="text" required></textarea></label>
    <fieldset><label><input type="radio" name="approve" value="yes" required />是本人，通过</label><label><input type="radio" name="approve" value="no" />不能通过</label></fieldset>
    <button>决定</button></form>`;

const stepsPart = (open: Case) => `
  <button data-do="claim">接手 <kbd>c</kbd></button>
  <form data-do="reply"><label>答复 <kbd>r</kbd><textarea name="text" required></textarea></label>
    <label><input type="checkbox" name="waits" />答复后等用户回话</label><button>答复</button></form>
  <details><summary>转交</summary><form data-do="hand-over"><select name="queue" aria-label="转给哪个队列">${options(page.desk!.queues, open.queue)}</select><textarea name="text" required placeholder="给同事的话，用户看不到" aria-label="给同事的话"></textarea><button class="secondary">转交</button></form></details>
  <details><summary>办结</summary><form data-do="close"><select name="cause" aria-label="原因">${options(page.desk!.causes, open.cause)}</select><select name="action" aria-label="怎么处理的">${options(page.desk!.actions)}</select><textarea name="text" required placeholder="最后给用户的一句话" aria-label="最后给用户的一句话"></textarea><button class="secondary">办结</button></form></details>`;

const timelinePane = ({ about, blocked, links }: Shapes['TimelineView']) => `
  <article><header>卡在哪一步：${about}</header>
    <p>${blocked ? `<b>${blocked.name}</b>，轮到${OWNERS[blocked.owner]}${blocked.by ? `，最晚 ${spoken(blocked.by)}` : ''}。${escape(blocked.sentence)}` : '都办好了。'}</p>
    <ol>${links.map(({ name, state, at }) => `<li>${name}：${state === 'done' ? `✓ ${at ? spoken(at) : ''}` : state === 'blocked' ? '现在到这一步' : '还没到'}</li>`).join('')}</ol></article>`;

const storyPane = ({ id, items }: Shapes['StoryView']) => `
  <article><header>来龙去脉：${id}</header><table><tbody>${items
    .map(
      ({ at, source, what, lead, stands }) =>
        `<tr><td>${stands ? '现在' : spoken(at)}</td><td>${source}</td><td>${escape(what)}${lead ? ` <a href="#" data-do="story" data-id="${lead}">${lead.slice(0, 4)}…</a>` : ''}</td></tr>`,
    )
    .join('')}</tbody></table></article>`;

const problemsPane = ({ items }: Shapes['ProblemsView']) => `
  <article><header>许多人卡在同一处</header>${
    items
      .map(
        ({
          id,
          cause_name,
          cases,
          since,
        }) => `<h2>${cause_name}：${cases} 个工单</h2><p>从 ${spoken(since)} 起。</p>
        <form data-do="mend" data-id="${id}"><textarea name="text" required placeholder="修好了，告诉他们每一个人的话" aria-label="告诉每个人的话"></textarea><button>修好了，告诉所有人</button></form>`,
      )
      .join('') || '<p>现在没有。</p>'
  }</article>`;

const percent = (share: number) => `${(share * 100).toFixed(1)}%`;

const promisesPane = ({ since, items }: Shapes['PromisesView']) => `
  <article><header>说到做到：从 ${spoken(since)} 起</header><table><thead><tr><th>说好的</th><th>做到</th><th>比例</th><th>二十次里十九次在</th></tr></thead><tbody>${items
    .map(
      ({ promise, kept, total, rate, low, high }) =>
        `<tr><td>${promise}</td><td>${kept} / ${total}</td><td>${percent(rate)}</td><td>${percent(low)}–${percent(high)}</td></tr>`,
    )
    .join('')}</tbody></table>${items.length ? '' : '<p>这段时间没有到期的承诺。</p>'}</article>`;

/** Runs one step; what went wrong is said, and a session that ended leads to signing in. */
async function step(run: () => Promise<void>) {
  page.told = '';
  try {
    await run();
  } catch (trouble) {
    if (!(trouble instanceof Trouble)) throw trouble;
    page.told = `${trouble.message}${trouble.next_step}`;
    if (trouble.isSignedOut) page.desk = null;
  }
  render();
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

async function word(action: string, body: object) {
  const said = JSON.stringify(body);
  const kind = `${page.open!.id}/${action}`;
  const before = drafts.get(kind);
  const draft = before?.said === said ? before : { id: newId('post'), said };
  drafts.set(kind, draft);
  try {
    page.open = await post<Case>(`/v1/staff/cases/${page.open!.id}/${action}`, { id: draft.id, ...body });
    drafts.delete(kind);
    page.told = '办好了。';
  } catch (trouble) {
    if (trouble instanceof Trouble && trouble.isDecided) drafts.delete(kind);
    throw trouble;
  }
  await show(page.queue);
}

const aside = async (pane: string) => {
  page.aside = pane;
};

const steps: Record<string, (given: DOMStringMap, form: FormData) => Promise<void>> = {
  signIn: async (_, form) => {
    const body = { code: text(form, 'code').replace(/\s/g, ''), otp: text(form, 'otp') };
    signedIn((await post<Shapes['AtDeskView']>('/v1/staff/login', body)).token);
    await begin();
  },
  leave: async () => {
    signedIn('');
    page.desk = page.open = null;
  },
  queue: async ({ code }) => {
    page.open = null;
    page.aside = '';
    await show(code!);
  },
  open: ({ id }) => read(id!),
  claim: async () => {
    page.open = await post<Case>(`/v1/staff/cases/${page.open!.id}/claim`);
    await show(page.queue);
  },
  reply: (_, form) => word('reply', { text: text(form, 'text'), waits: form.get('waits') !== null }),
  'hand-over': (_, form) =>
    word('hand-over', { text: text(form, 'text'), queue: text(form, 'queue'), cause: null }),
  close: (_, form) =>
    word('close', { text: text(form, 'text'), cause: text(form, 'cause'), action: text(form, 'action') }),
  unmask: (_, form) => word('unmask', { text: text(form, 'text') }),
  decide: (_, form) =>
    word('decide', {
      text: text(form, 'text'),
      approve: text(form, 'approve') === 'yes',
      applied_at: page.open!.application!.applied_at,
    }),
  look: async ({ id }) => aside(timelinePane(await get<Shapes['TimelineView']>(`/v1/staff/timeline/${id}`))),
  story: async ({ id }) => aside(storyPane(await get<Shapes['StoryView']>(`/v1/staff/story/${id}`))),
  lookUp: async (_, form) =>
    aside(storyPane(await get<Shapes['StoryView']>(`/v1/staff/story/${text(form, 'id').trim()}`))),
  problems: async () => aside(problemsPane(await get<Shapes['ProblemsView']>('/v1/staff/problems'))),
  promises: async () => aside(promisesPane(await get<Shapes['PromisesView']>('/v1/staff/promises'))),
  mend: async ({ id }, form) => {
    await post(`/v1/staff/problems/${id}/close`, { text: text(form, 'text') });
    page.told = '每个人都会在自己的求助里看到。';
    await steps.problems!({}, form);
  },
};

const text = (form: FormData, name: string) => String(form.get(name) ?? '');

app.addEventListener('click', (event) => {
  const target = (event.target as Element).closest<HTMLElement>('[data-do]:not(form)');
  if (!target) return;
  event.preventDefault();
  void step(() => steps[target.dataset.do!]!(target.dataset, new FormData()));
});

app.addEventListener('submit', (event) => {
  const form = event.target as HTMLFormElement;
  event.preventDefault();
  void step(() => steps[form.dataset.do!]!(form.dataset, new FormData(form)));
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
