// glass-easel set up for a browser: what WeChat's host does and the open adapter leaves to others.
import { MiniProgramEnv, glassEasel } from 'glass-easel-miniprogram-adapter';
import { whileTapping } from '../wx/person.js';

const builtins = new Set();
const environment = new MiniProgramEnv();
const codeSpace = environment.createCodeSpace('', true);
const backend = new glassEasel.CurrentWindowBackendContext();

// Built-in components are custom elements of their own name, so that a style for `button` does not meet them.
backend.document = {
  createElement: (tag) => document.createElement(builtins.has(tag) ? `wx-${tag}` : tag),
  createTextNode: (text) => document.createTextNode(text),
  createDocumentFragment: () => document.createDocumentFragment(),
};

backend.onEvent((target, type, detail, options) => {
  const event = new glassEasel.Event(type, type === 'tap' ? { x: detail.x, y: detail.y } : detail, options);
  // WeChat's touch events carry their touches at top level.
  const { touches, changedTouches } = options.originalEvent ?? {};
  if (touches) {
    event.touches = [...touches].map(asTouch);
    event.changedTouches = [...changedTouches].map(asTouch);
  }
  const dispatch = () => glassEasel.Event.dispatchEvent(target, event);
  if (type === 'tap') whileTapping(dispatch);
  else dispatch();
  return event.defaultPrevented() ? 1 : 0;
});

const root = environment.associateBackend(backend);

glassEasel.addGlobalErrorListener((error, method) =>
  console.error(method?.message ?? '', error?.stack ?? error),
);
// The kit hands components properties they do not declare, and keys by index; WeChat does not mind either.
glassEasel.addGlobalWarningListener(
  (warning) => !/is not a valid property|keys are not unique/.test(warning?.message ?? warning),
);

const asTouch = ({ identifier, pageX, pageY, clientX, clientY }) => ({
  identifier,
  pageX,
  pageY,
  clientX,
  clientY,
});

export function register(id, json, templates, load) {
  if (id.startsWith('builtin/')) builtins.add(id.slice('builtin/'.length));
  codeSpace.addComponentStaticConfig(id, json);
  // `bindtap` without a colon listens on native nodes too.
  codeSpace.addCompiledTemplate(id, {
    groupList: templates,
    content: templates[id],
    fallbackListenerOnNativeNode: true,
  });
  codeSpace.globalComponentEnv(globalThis, id, () => {
    const { Component, Behavior } = globalThis;
    globalThis.Component = (definition) => Component(withoutHostBehaviors(definition));
    globalThis.Behavior = (definition) => Behavior(withoutHostBehaviors(definition));
    return load();
  });
}

/** "wx://form-field" and its kind belong to the host; the open adapter does not carry them. */
function withoutHostBehaviors(definition) {
  if (!Array.isArray(definition?.behaviors)) return definition;
  return { ...definition, behaviors: definition.behaviors.filter((each) => typeof each !== 'string') };
}

/** A page's instance, and what attaches and releases it. */
export function createPage(route) {
  const made = root.createRoot('page', codeSpace, route);
  const tellComponents = (lifetime) => made.getComponent().triggerPageLifetime(lifetime, []);
  return { root: made, instance: made.get(), tellComponents };
}

// Assistive technology of a browser reads `role`, a mini program writes `aria-role`.
new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === 'attributes') copyRole(target);
    for (const node of addedNodes) {
      if (node.nodeType === Node.ELEMENT_NODE)
        [node, ...node.querySelectorAll('[aria-role]')].forEach(copyRole);
    }
  }
}).observe(document, { subtree: true, childList: true, attributes: true, attributeFilter: ['aria-role'] });

function copyRole(element) {
  const role = element.getAttribute('aria-role');
  if (role) element.setAttribute('role', role);
}
