/**
 * The explorer in a frame of another page, from which it takes no more than it is given: the wheel
 * and fingers scroll that page until somebody works in the frame, and its way back stays its own.
 */

export const framed = window.parent !== window;

/** Whether the page has an address: not where it is written out in the page around it. */
export const addressed = location.protocol !== "about:";

/** Return the fragment at which the page begins; without an address it is its name. */
export function firstFragment() {
  return addressed ? location.hash : window.name;
}

/** Return whether wheel and fingers are meant for the map. */
export function inHand() {
  return !framed || document.hasFocus();
}

/**
 * Behave as a part of the page around the frame.
 *
 * @param {HTMLElement} root which tells the style sheet of it
 */
export function settleIn(root) {
  if (!framed) return;
  const tell = () => root.classList.toggle("in-hand", inHand());
  root.classList.add("framed");
  window.addEventListener("focus", tell);
  window.addEventListener("blur", tell);
  document.addEventListener("click", followed, { capture: true });
  tell();
}

/**
 * Open a link to something else outside of the frame, and one within the page in it.
 *
 * @param {MouseEvent} event
 */
function followed(event) {
  const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
  const address = link?.getAttribute("href") ?? "#";
  if (!address.startsWith("#")) link?.setAttribute("target", "_blank");
  else if (link && !addressed) {
    // The page around it would else be opened in the frame.
    event.preventDefault();
    document.getElementById(decodeURIComponent(address.slice(1)))?.scrollIntoView();
  }
}
