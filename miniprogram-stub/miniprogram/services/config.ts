// What differs between the developer's tools, the trial version and the released one.

interface Stage {
  /** HTTPS, and registered as a request domain with WeChat, everywhere but in the developer's tools. */
  api: string;
}

const LOCAL: Stage = {
  api: 'http://127.0.0.1:9080',
};

// Made up until the company has a domain: README, “Before the first release”.
const CLOUD: Stage = {
  api: 'https://api.healthcard.example',
};

const STAGES = { develop: LOCAL, trial: CLOUD, release: CLOUD };

export const stage: Stage = STAGES[wx.getAccountInfoSync().miniProgram.envVersion];

// Here and not asked of the backend: the call for help must work without a network.
export const HOTLINE = '400-000-0000';
