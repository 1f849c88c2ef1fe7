// WeChat's leave to send messages: at most three templates a time, one message for each yes.

import { me } from './auth';

/** To be called in the very turn of a tap. Answers with a sentence on what the person chose. */
export function askToRemind(templates: string[]): Promise<string> {
  return new Promise((resolve) => {
    wx.requestSubscribeMessage({
      tmplIds: templates,
      success: (answers) => resolve(saidOf(templates.map((id) => String(answers[id])))),
      fail: () => resolve(`好的，不用微信提醒。${elsewhere()}`),
    });
  });
}

const elsewhere = () =>
  me()?.phone_masked
    ? '有变化时，这里的“消息”和短信会告诉您。'
    : '有变化时，请看这里的“消息”；留了手机号，还会发短信。';

function saidOf(answers: string[]): string {
  if (answers.includes('accept')) return '好的，微信会提醒您。';
  if (answers.includes('ban') || answers.includes('filter')) {
    return `微信现在发不了这种提醒。${elsewhere()}`;
  }
  return `好的，不用微信提醒。${elsewhere()}`;
}
