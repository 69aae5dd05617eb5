// What the page says of itself: a word in its bar, and a notice over the picture.

/**
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export const by = (id) => /** @type {T} */ (document.getElementById(id));

const status = by("status");
const notice = by("notice");

/** @param {string} words */
export function say(words) {
  status.textContent = words;
}

/**
 * Say what keeps the picture from being shown, with buttons for what can be done.
 * @param {string} words
 * @param {{label: string, does: () => void}[]} [offers]
 */
export function warn(words, offers = []) {
  delete notice.dataset.isOfPicture;
  // Who writes on is not interrupted by what was said before.
  if (notice.firstChild?.textContent === words && !notice.hidden) return;
  notice.hidden = !words;
  notice.replaceChildren(words);
  for (const offer of offers) {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = offer.label;
    button.addEventListener("click", offer.does);
    notice.append(" ", button);
  }
}

/**
 * Take back what was said, if it is one of these.
 * @param {string[]} words
 */
export function unsay(words) {
  if (words.includes(status.textContent ?? "")) say("");
}

/** Say that the notice is of the picture alone: beside the text the findings say it better. */
export function ofPicture() {
  notice.dataset.isOfPicture = "";
}
