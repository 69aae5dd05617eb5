/** What hands do in a talk: keys, such as those of a remote control, clicks, and swipes. */

/** @typedef {import("./talk.js").Talk} Talk */

// So far a finger has to go for another slide.
const SWIPE = 50;
const MOST_DIGITS = 5;

/** @type {Record<string, (talk: Talk) => void>} */
const KEYS = {
  ArrowDown: (talk) => talk.step(talk.overview ? talk.stage.columns : 1),
  PageDown: (talk) => talk.step(1),
  " ": (talk) => talk.step(1),
  n: (talk) => talk.step(1),
  ArrowUp: (talk) => talk.step(talk.overview ? -talk.stage.columns : -1),
  PageUp: (talk) => talk.step(-1),
  Backspace: (talk) => talk.step(-1),
  p: (talk) => talk.step(-1),
  Home: (talk) => talk.go(1, { opens: !talk.overview }),
  End: (talk) => talk.go(talk.slides.length, { opens: !talk.overview }),
  f: (talk) => void talk.turnFull(),
  o: (talk) => talk.turnOverview(),
  Escape: (talk) => talk.turnOverview(),
};

/**
 * Hear the keys of the page: digits and Enter go to the slide with that number.
 *
 * @param {Talk} talk
 */
export function keyed(talk) {
  let digits = "";
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const { key, target } = event;
    const element = target instanceof Element ? target : null;
    // Fields and buttons have keys of their own, and so has what scrolls.
    if (element?.matches("select")) return;
    const jumps = key === "Enter" && digits !== "";
    if (element?.matches("button, a") && (key === "Enter" || key === " ") && !jumps) return;
    if (element?.matches(".said[tabindex='0']") && /^Arrow(?:Up|Down)$/.test(key)) return;
    if (/^\d$/.test(key)) {
      digits = (digits + key).slice(-MOST_DIGITS);
      return;
    }
    const number = Number(digits);
    digits = "";
    if (key === "Enter") {
      event.preventDefault();
      if (number > 0) talk.go(number);
      else if (talk.overview) talk.turnOverview();
      return;
    }
    const act = acting(event);
    if (!act) return;
    event.preventDefault();
    act(talk);
  });
}

/**
 * Return what a key does, if anything.
 *
 * @param {KeyboardEvent} event
 */
function acting({ key, shiftKey }) {
  const onward = document.documentElement.dir === "rtl" ? "ArrowLeft" : "ArrowRight";
  if (key === onward) return KEYS.n;
  if (key === "ArrowLeft" || key === "ArrowRight") return KEYS.p;
  if (key === " " && shiftKey) return KEYS.p;
  return KEYS[key.length === 1 ? key.toLowerCase() : key];
}

/**
 * Hear clicks and swipes on the stage: a click goes on, in the overview to the picture under it.
 *
 * @param {Talk} talk
 */
export function swiped(talk) {
  const { element } = talk;
  /** @type {{x: number, y: number} | null} */
  let start = null;
  let has_swiped = false;
  element.addEventListener("touchstart", (event) => {
    const touch = event.touches[0];
    start = touch && event.touches.length === 1 ? { x: touch.clientX, y: touch.clientY } : null;
    has_swiped = false;
  }, { passive: true });
  element.addEventListener("touchend", (event) => {
    const touch = event.changedTouches[0];
    if (!start || !touch) return;
    const [right, down] = [touch.clientX - start.x, touch.clientY - start.y];
    start = null;
    if (Math.abs(right) < SWIPE || Math.abs(right) < 1.5 * Math.abs(down)) return;
    has_swiped = true;
    const leftwards = document.documentElement.dir === "rtl";
    talk.step(right < 0 === !leftwards ? 1 : -1);
  }, { passive: true });
  talk.sheet.addEventListener("click", (event) => {
    if (has_swiped) return;
    const name = talk.stage.nameAt(event.target);
    if (!talk.overview) talk.step(1);
    else if (name !== null) talk.goTo(name);
  });
}
