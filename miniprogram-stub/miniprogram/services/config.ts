// What differs between the developer's tools, the trial version and the released one.

interface Stage {
  /** HTTPS, and registered as a request domain with WeChat, everywhere but in the developer's tools. */
  api: string;
  /** Ids of subscription templates, as the backend's setting `wechat_template_ids` has them. */
  templates: {
    visit_status: string;
    visit_offer: string;
    visit_billed: string;
    case_status: string;
  };
}

const LOCAL: Stage = {
  api: 'http://127.0.0.1:9080',
  templates: {
    visit_status: 'tmpl-visit-status',
    visit_offer: 'tmpl-visit-offer',
    visit_billed: 'tmpl-visit-billed',
    case_status: 'tmpl-case-status',
  },
};

// Made up until the company has a domain and approved templates: README, “Before the first release”.
const CLOUD: Stage = {
  api: 'https://api.healthcard.example',
  templates: {
    visit_status: 'approved-visit-status',
    visit_offer: 'approved-visit-offer',
    visit_billed: 'approved-visit-billed',
    case_status: 'approved-case-status',
  },
};

const STAGES = { develop: LOCAL, trial: CLOUD, release: CLOUD };

export const stage: Stage = STAGES[wx.getAccountInfoSync().miniProgram.envVersion];

// Here and not asked of the backend: the call for help must work without a network.
export const HOTLINE = '400-000-0000';
