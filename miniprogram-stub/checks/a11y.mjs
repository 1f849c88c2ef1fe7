// What an elder needs, measured on the page in front (E1–E9 of MIIT's 2021 rules and WeChat's guide for elders).
import axe from 'axe-core';

const LEAST = {
  standard: { text: 12, tap: 44 },
  elder: { text: 18, tap: 60 },
};
const LEAST_LARGEST = 30;
const LEAST_LINE = 1.3;
const CONTROLS = '[role=button], [role=switch], wx-button, input, textarea, select';
// Of axe's rules those that a mini program can break; the rest are about HTML documents.
const AXE_RULES = [
  'color-contrast',
  'aria-allowed-attr',
  'aria-command-name',
  'aria-input-field-name',
  'label',
];
const AXE_ARIA = ['aria-required-attr', 'aria-roles', 'aria-toggle-field-name', 'aria-valid-attr-value'];

const AXE = { runOnly: [...AXE_RULES, ...AXE_ARIA], resultTypes: ['violations', 'incomplete', 'passes'] };
const NOTHING = { violations: [], incomplete: [], passes: [] };

const front = () => document.querySelector('.wx-page:not([hidden]) main');
const isShown = (element) => element.checkVisibility() && element.getBoundingClientRect().width > 0;
const named = (element) =>
  (element.getAttribute('aria-label') || element.textContent || element.tagName).trim().slice(0, 20);

/**
 * `mode`: standard or elder. `isLargest`: the largest size of text is chosen. `withAxe`: colours, roles and names too;
 * they do not depend on the size. Answers with figures and problems.
 */
export async function audit({ mode, isLargest, withAxe }) {
  // Sizes change in transitions; what counts is where they end.
  document.getAnimations().forEach((each) => each instanceof CSSTransition && each.finish());
  const problems = [];
  const miss = (rule, element, found) => problems.push(`${rule} ${named(element)}: ${found}`);
  const { text, tap } = LEAST[mode];

  const texts = shownTexts();
  const sizes = texts.map((element) => parseFloat(getComputedStyle(element).fontSize));
  texts.forEach((element, index) => {
    if (sizes[index] < text) miss('E1', element, `${sizes[index]} px of ${text}`);
    const line = lineHeight(element);
    if (line < LEAST_LINE) miss('E2', element, `line height ${line.toFixed(2)}`);
  });
  const main = parseFloat(getComputedStyle(front().querySelector('.screen')).fontSize);
  if (isLargest && main < LEAST_LARGEST) problems.push(`E1 main text is ${main} px of ${LEAST_LARGEST}`);

  const controls = [...front().querySelectorAll(CONTROLS)].filter(isShown);
  const taps = controls.map((element) => {
    const { width, height } = element.getBoundingClientRect();
    if (Math.min(width, height) < tap)
      miss('E4', element, `${Math.round(width)} × ${Math.round(height)} of ${tap}`);
    return Math.min(width, height);
  });
  for (const element of front().querySelectorAll('.chosen, [aria-pressed=true], [aria-checked=true]')) {
    if (!element.textContent.includes('✓')) miss('E6', element, 'is marked by colour alone');
  }
  for (const element of controls) {
    const name = element.getAttribute('aria-label') || element.textContent || element.placeholder;
    if (!name?.trim()) miss('E9', element, 'has no name');
  }
  problems.push(...callProblems(), ...widthProblems());

  // What happens to lie under a bar at the top or bottom scrolls out from under it; axe could not tell its background.
  const bars = [front().querySelector('.help'), front().parentElement.querySelector('.wx-nav')].filter(
    Boolean,
  );
  bars.forEach((bar) => bar.style.setProperty('position', 'static'));
  const { violations, incomplete, passes } = withAxe ? await axe.run(front(), AXE) : NOTHING;
  bars.forEach((bar) => bar.style.removeProperty('position'));
  for (const { id, nodes } of [...violations, ...incomplete]) {
    for (const { target, failureSummary } of nodes) {
      problems.push(
        `${id === 'color-contrast' ? 'E3' : `E9 ${id}`} ${target}: ${failureSummary.split('\n')[1]?.trim()}`,
      );
    }
  }
  return {
    smallestText: Math.min(...sizes),
    mainText: main,
    smallestTap: Math.round(Math.min(...taps)),
    lowestContrast: lowestContrast([...violations, ...passes]),
    controls: controls.length,
    problems,
  };
}

/** Elements that hold text of their own, and can be seen. */
function shownTexts() {
  const walker = document.createTreeWalker(front(), NodeFilter.SHOW_TEXT);
  const found = new Set();
  while (walker.nextNode()) {
    const { parentElement, data } = walker.currentNode;
    if (data.trim() && isShown(parentElement)) found.add(parentElement);
  }
  front()
    .querySelectorAll('input, textarea')
    .forEach((field) => isShown(field) && found.add(field));
  return [...found];
}

function lineHeight(element) {
  const { fontSize, lineHeight: line } = getComputedStyle(element);
  return line === 'normal' ? 1.2 : parseFloat(line) / parseFloat(fontSize);
}

/** The call for help is always in sight, and nothing lies over it. */
function callProblems() {
  const call = [...front().querySelectorAll('[role=button]')].find(({ textContent }) =>
    textContent.includes('打电话求助'),
  );
  if (!call) return ['the call for help is missing'];
  const { left, top, width, height } = call.getBoundingClientRect();
  if (top < 0 || top + height > innerHeight) return ['the call for help is out of sight'];
  const above = document.elementFromPoint(left + width / 2, top + height / 2);
  return call.contains(above) ? [] : ['something lies over the call for help'];
}

function widthProblems() {
  const wide = [...front().querySelectorAll('*')].filter((element) => {
    const { right, left } = element.getBoundingClientRect();
    return isShown(element) && (right > innerWidth + 1 || left < -1);
  });
  return wide.slice(0, 3).map((element) => `wider than the screen: ${named(element)}`);
}

function lowestContrast(results) {
  const ratios = results
    .filter(({ id }) => id === 'color-contrast')
    .flatMap(({ nodes }) => nodes.flatMap(({ any }) => any.map(({ data }) => data?.contrastRatio)))
    .filter(Boolean);
  return ratios.length ? Math.min(...ratios) : null;
}
