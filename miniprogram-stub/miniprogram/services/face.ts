// Tencent's face check, whose SDK hangs `startVerify` on `wx` where it runs (README, before the first release).

interface Outcome {
  BizToken: string;
}

type StartVerify = (options: {
  data: { token: string };
  success: (done: Outcome) => void;
  fail: (broken: Outcome) => void;
}) => void;

const startVerify = () => (wx as unknown as { startVerify?: StartVerify }).startVerify;

/** Old phones, and old versions of WeChat, cannot. */
export const canScan = () => Boolean(startVerify());

/** Whether it came to an end in front of the camera; what came of it, the backend asks the provider. */
export const scan = (token: string) =>
  new Promise<boolean>((resolve) => {
    startVerify()!({ data: { token }, success: () => resolve(true), fail: () => resolve(false) });
  });
