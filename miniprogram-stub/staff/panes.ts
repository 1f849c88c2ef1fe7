// The panes of the desk: pure HTML from what the backend said.
import { spoken } from '../miniprogram/services/words';
import type { Shapes } from './api';
import { escape, options, page, type Case } from './page';

const CLOCKS = { first_answer: '第一次答复', next_answer: '再次答复', resolve: '办结' };
const STATUS = { open: '该我们', waiting: '等用户', closed: '办结' };
const AUTHORS = { person: '用户', staff: '我们', colleagues: '同事之间' };
const OWNERS = { you: '用户', us: '我们', caregiver: '护工', nobody: '没有人' };

export const caseButton = (each: Case) => `
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

export const casePane = (open: Case) => `
  <article>
    <header><b>${open.cause_name}</b>（${open.kind_name}） · ${STATUS[open.status]} ${open.outcome_name ?? ''} ${open.reopened ? `· 重开 ${open.reopened} 次` : ''}
      <br /><small><a href="#" data-do="look" data-id="${open.about}">卡在哪一步</a> · <a href="#" data-do="story" data-id="${open.about}">来龙去脉</a> · <a href="#" data-do="story" data-id="${open.person_id}">这个人</a></small></header>
    <table><thead><tr><th>时限</th><th>日历</th><th>已用</th><th>到期</th></tr></thead><tbody>${open.clocks.map(clockRow).join('')}</tbody></table>
    ${open.posts.map((each) => `<div class="post ${each.author}"><small>${AUTHORS[each.author]}，${spoken(each.at)}</small><br />${escape(each.text)}${photoPart(each)}</div>`).join('')}
    ${open.application ? applicationPart(open.id, open.application) : ''}
    ${open.status === 'closed' ? '' : stepsPart(open)}
  </article>`;

const photoPart = ({ id, photo }: Case['posts'][number]) => {
  const seen = page.photos.get(id);
  if (seen) return `<br /><img src="data:image/jpeg;base64,${seen}" alt="用户发的照片" />`;
  return photo
    ? `<br /><button class="secondary outline" data-do="photo" data-id="${id}">看照片</button>`
    : '';
};

const applicationPart = (id: string, given: Shapes['ApplicationView']) => `
  <h2>等着核对的资料</h2>
  ${given.applicant ? elderPart(given, given.applicant) : ''}
  <p>${escape(given.name ?? given.name_masked)}，${given.id_number ?? given.number_masked}${given.code_points ? `<br /><small>字形：${given.code_points.join(' ')}</small>` : ''}</p>
  ${given.spelled_otherwise ? `<p>公安的记录与号码相符，名字写法不同${given.register_name ? `：${escape(given.register_name)}<br /><small>字形：${given.register_code_points!.join(' ')}</small>` : ''}</p>` : ''}
  ${given.paper ? paperPart() : ''}
  <form data-do="unmask" data-id="${id}"><input name="text" required placeholder="为什么要看全名和号码" aria-label="看全名和号码的理由" /><button class="secondary">${given.rings ? '看全名、号码和电话' : '看全名和号码'}</button></form>
  <form data-do="decide" data-id="${id}"><label>给用户的话<textarea name="text" required></textarea></label>
    <fieldset><label><input type="radio" name="approve" value="yes" required />${approvalOf(given)}</label><label><input type="radio" name="approve" value="no" />不能通过</label></fieldset>
    <button>决定</button></form>`;

const approvalOf = ({ applicant, rings }: Shapes['ApplicationView']) => {
  if (!applicant) return '是本人，通过';
  return rings ? '老人自己说同意' : '文书对，通过';
};

/** What to say is here, so that everybody is asked the same; the name of who asks is seen with the elder's. */
const elderPart = (
  { rings, phone, until }: Shapes['ApplicationView'],
  who: NonNullable<Shapes['ApplicationView']['applicant']>,
) => `
  <p>申请人：老人的<b>${who.relation_name}</b> ${escape(who.name ?? who.name_masked)}，${who.id_number ?? who.number_masked}。</p>
  ${rings ? ringPart(phone, who.asks) : `<p>交了法院的文书，要登记成法定监护人，到 <b>${until}</b> 为止${phone ? `；填的老人电话是 <b>${phone}</b>，只用来告诉老人，不能凭它办事` : ''}。请对：法院的章、老人的姓名和号码、申请人的姓名、日期。</p>`}
  ${who.instead_of_another ? '<p><b>老人现在已经有法定监护人，通过以后，原来的就结束了。</b></p>' : ''}`;

const ringPart = (phone: string | null, asks: string | null) =>
  asks
    ? `<p>请打给老人本人：<b>${phone ?? '没有登记电话'}</b>。让老人自己说姓名，再照着念：</p><blockquote>${escape(asks)}</blockquote><p>说不清、旁边有人替答的，不通过。</p>`
    : '<p>请先看全名、号码和电话，再打给老人本人，照着念、问老人同意不同意。</p>';

/** Another case, or what was handed in since, is another photo. */
export const paperOf = ({ id, application }: Case) => `${id} ${application?.applied_at}`;

/** In a page of its own: it may be a PDF, or a kind of picture this browser does not show. */
const paperPart = () =>
  page.paper.of === paperOf(page.open!)
    ? `<p><a href="${escape(page.paper.url)}" target="_blank" rel="noreferrer">打开交来的证件照片</a>（五分钟内）</p>`
    : '<button class="secondary outline" data-do="paper">看交来的证件照片</button>';

const stepsPart = (open: Case) => `
  <button data-do="claim">接手 <kbd>c</kbd></button>
  <form data-do="reply" data-id="${open.id}"><label>答复 <kbd>r</kbd><textarea name="text" required></textarea></label>
    <label><input type="checkbox" name="waits" />答复后等用户回话</label><button>答复</button></form>
  <details><summary>转交</summary><form data-do="hand-over" data-id="${open.id}"><select name="queue" aria-label="转给哪个队列">${options(page.desk!.queues, open.queue)}</select><select name="cause" aria-label="其实是什么问题">${options(page.desk!.causes, open.cause)}</select><textarea name="text" required placeholder="给同事的话，用户看不到" aria-label="给同事的话"></textarea><button class="secondary">转交</button></form></details>
  <details><summary>办结</summary><form data-do="close" data-id="${open.id}"><select name="cause" aria-label="原因">${options(page.desk!.causes, open.cause)}</select><select name="action" aria-label="怎么处理的">${options(page.desk!.actions)}</select><textarea name="text" required placeholder="最后给用户的一句话" aria-label="最后给用户的一句话"></textarea><button class="secondary">办结</button></form></details>`;

export const timelinePane = ({ about, blocked, links }: Shapes['TimelineView']) => `
  <article><header>卡在哪一步：${about}</header>
    <p>${blocked ? `<b>${blocked.name}</b>，轮到${OWNERS[blocked.owner]}${blocked.by ? `，最晚 ${spoken(blocked.by)}` : ''}。${escape(blocked.sentence)}` : '都办好了。'}</p>
    ${blocked?.case_id ? `<button data-do="open" data-id="${blocked.case_id}">看这个求助</button>` : ''}
    ${page.desk!.roles.includes('agent') ? '<button class="secondary" data-do="phone">在电话里替他办</button>' : ''}
    <ol>${links.map(({ name, state, at }) => `<li>${name}：${state === 'done' ? `✓ ${at ? spoken(at) : ''}` : state === 'blocked' ? '现在到这一步' : '还没到'}</li>`).join('')}</ol></article>`;

export const storyPane = ({ id, items }: Shapes['StoryView']) => `
  <article><header>来龙去脉：${id}</header><table><tbody>${items
    .map(
      ({ at, source, what, lead, stands }) =>
        `<tr><td>${stands ? '现在' : spoken(at)}</td><td>${source}</td><td>${escape(what)}${lead ? ` <a href="#" data-do="story" data-id="${lead}">${lead.slice(0, 4)}…</a>` : ''}</td></tr>`,
    )
    .join(
      '',
    )}</tbody></table>${id.startsWith('per_') && page.desk!.roles.includes('agent') ? silenceForm(id) : ''}${id.startsWith('per_') && page.desk!.roles.includes('reviewer') ? guardianForm(id) : ''}</article>`;

const silenceForm = (id: string) => `
  <details><summary>得知本人过世，不再发消息</summary>
    <p>先跟家里人核实。点了以后，微信和短信都不再发给这个号；已经约好的上门不会自动取消，请另外跟家里人商量。</p>
    <button class="secondary" data-do="silence" data-id="${id}">不再发消息</button>
    <button class="secondary outline" data-do="liftSilence" data-id="${id}">弄错了，恢复</button></details>`;

const guardianForm = (id: string) => `
  <details><summary>结束法定监护</summary>
    <p>先核对：法院撤销了，或者另外指定了人；或者当初登记错了。点了马上算数，两边都会收到消息。</p>
    <button class="secondary" data-do="endGuardianship" data-id="${id}" data-why="revoked">文书撤销了，结束</button>
    <button class="secondary outline" data-do="endGuardianship" data-id="${id}" data-why="mistaken">登记错了，结束</button></details>`;

export const problemsPane = ({ items }: Shapes['ProblemsView']) => `
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

export const promisesPane = ({ since, items }: Shapes['PromisesView']) => `
  <article><header>说到做到：从 ${spoken(since)} 起</header><table><thead><tr><th>说好的</th><th>做到</th><th>比例</th><th>二十次里十九次在</th></tr></thead><tbody>${items
    .map(
      ({ promise, kept, total, rate, low, high }) =>
        `<tr><td>${promise}</td><td>${kept} / ${total}</td><td>${percent(rate)}</td><td>${percent(low)}–${percent(high)}</td></tr>`,
    )
    .join(
      '',
    )}</tbody></table>${items.length ? '' : '<p>这段时间没有到期的承诺。</p>'}<p><small>上门、账单和评价最多回看十天。</small></p></article>`;

/** How the ways for SMS do: what went well lately, how many phones have theirs, its part of the traffic, and the month's money. */
export const gatewaysPane = ({ items, month, spent_fen, cap_fen }: Shapes['GatewaysView']) => `
  <article><header>短信通道</header>
    <table><thead><tr><th>通道</th><th>最近成功</th><th>送到手机</th><th>分到的量</th><th></th></tr></thead><tbody>${items
      .map(
        ({ name, rate, share, tripped, delivered }) =>
          `<tr class="${tripped ? 'late' : ''}"><td>${escape(name)}</td><td>${percent(rate)}</td><td>${delivered} 条</td><td>${percent(share)}</td><td>${tripped ? '停用，只试探' : '正常'}</td></tr>`,
      )
      .join('')}</tbody></table>
    <p>${month}：短信花了 ¥${(spent_fen / 100).toFixed(2)}，上限 ¥${(cap_fen / 100).toFixed(2)}。到了上限，只发急的。</p></article>`;

const who = (person: string) => (person === page.desk!.me ? '我' : `…${person.slice(-4)}`);

export const dutyPane = (queue: string, { items }: Shapes['RosterView']) => `
  <article><header>值班：${page.desk!.queues.find(({ code }) => code === queue)?.name}</header>
    <table><thead><tr><th>谁</th><th>从</th><th>到</th><th>第几个叫</th><th></th></tr></thead><tbody>${items
      .map(
        ({ id, person_id, from_at, to_at, turn }) =>
          `<tr><td>${who(person_id)}</td><td>${spoken(from_at)}</td><td>${spoken(to_at)}</td><td>${turn}</td><td><button class="secondary outline" data-do="cancelShift" data-id="${id}">取消</button></td></tr>`,
      )
      .join('')}</tbody></table>${items.length ? '' : '<p>从现在起没有人值班。</p>'}
    <form data-do="takeShift" data-id="${queue}"><div class="grid">
      <label>从<input name="from" type="datetime-local" required /></label><label>到<input name="to" type="datetime-local" required /></label>
      <label>第几个叫<select name="turn"><option>1</option><option>2</option><option>3</option></select></label></div>
      <button>我来值这一班</button></form></article>`;

export const codesPane = (issued: Shapes['IssuedCodesView'] | null) => `
  <article><header>发卡</header>
    ${issued ? `<p>批次 <code>${issued.id}</code>，只显示这一次，请马上抄走：</p><pre>${issued.codes.join('\n')}</pre>` : ''}
    <form data-do="issueCodes"><div class="grid"><label>几个激活码<input name="count" type="number" min="1" max="50" value="10" required /></label>
      <label>最后一天（可不填）<input name="use_by" type="date" /></label></div><button>生成</button></form>
    <h2>作废一批</h2>
    <form data-do="revokeCodes"><label>批次<input name="batch" required placeholder="bat_" /></label><label>为什么<input name="text" required maxlength="60" /></label>
      <button class="secondary">作废，已激活的不受影响</button></form></article>`;
