// Menus: a button opens a list of buttons; Escape, a click beside it and a choice close it.

/**
 * Have a menu open below its button, inside of the window.
 * @param {HTMLElement} button
 * @param {HTMLElement} menu
 * @param {() => void} [opening]
 */
export function menu(button, menu, opening) {
  button.addEventListener("click", () => {
    opening?.();
    menu.togglePopover();
  });
  menu.addEventListener("toggle", (event) => {
    const isOpen = /** @type {ToggleEvent} */ (event).newState === "open";
    button.setAttribute("aria-expanded", String(isOpen));
    if (!isOpen) return;
    const below = button.getBoundingClientRect();
    const room = document.documentElement.clientWidth - menu.offsetWidth - 8;
    menu.style.left = `${Math.max(8, Math.min(below.left, room))}px`;
    menu.style.top = `${below.bottom + 4}px`;
    menu.style.maxHeight = `calc(100dvh - ${below.bottom + 16}px)`;
    /** @type {HTMLElement | null} */ (menu.querySelector("button"))?.focus();
  });
  menu.addEventListener("click", (event) => {
    if (/** @type {Element} */ (event.target).closest("button")) menu.hidePopover();
  });
  menu.addEventListener("keydown", (event) => {
    const ways = /** @type {Record<string, number>} */ ({ ArrowDown: 1, ArrowUp: -1 });
    if (!(event.key in ways)) return;
    event.preventDefault();
    const items = [...menu.querySelectorAll("button")];
    const now = items.indexOf(/** @type {HTMLButtonElement} */ (document.activeElement));
    items[(now + ways[event.key] + items.length) % items.length].focus();
  });
}
