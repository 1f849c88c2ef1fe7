// WeChat's leave to send messages: at most three templates a time, one message for each yes.

import type { paths } from './api';
import { me } from './auth';
import { get, post, type Shapes } from './request';

export type Moment = paths['/v1/me/templates-to-ask']['get']['parameters']['query']['moment'];
type Said = Shapes['NoteAnswers']['answers'][string];

/** Asked before the tap: between the tap and the popup there must be no request (P4). */
export const templatesToAsk = async (moment: Moment) =>
  (await get('/v1/me/templates-to-ask', {}, { moment })).template_ids;

/** To be called in the very turn of a tap. Answers with a sentence on what the person chose. */
export async function askToRemind(templates: string[]): Promise<string> {
  const said = await popup(templates);
  // WeChat tells the backend too, but not of a choice that was always kept.
  if (said) await post('/v1/me/subscriptions', { answers: said });
  return saidOf(Object.values(said ?? {}));
}

const popup = (tmplIds: string[]) =>
  new Promise<Record<string, Said> | null>((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds,
      success: (answers) => resolve(Object.fromEntries(tmplIds.map((id) => [id, answers[id] as Said]))),
      fail: () => resolve(null),
    });
  });

const elsewhere = () =>
  me()?.phone_masked
    ? '有变化时，这里的“消息”和短信会告诉您。'
    : '有变化时，请看这里的“消息”；留了手机号，还会发短信。';

function saidOf(answers: Said[]): string {
  if (answers.includes('accept')) return '好的，微信会提醒您。';
  if (answers.includes('ban') || answers.includes('filter')) {
    return `微信现在发不了这种提醒。${elsewhere()}`;
  }
  return `好的，不用微信提醒。${elsewhere()}`;
}
