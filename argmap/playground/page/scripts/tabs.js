// Tabs: one panel at a time; arrows lead from tab to tab.

export class Tabs {
  /**
   * @param {HTMLElement} list
   * @param {(name: string) => void} shown
   */
  constructor(list, shown) {
    this.list = list;
    this.shown = shown;
    list.addEventListener("click", (event) => {
      const tab = /** @type {Element} */ (event.target).closest('[role="tab"]');
      if (tab) this.show(/** @type {HTMLElement} */ (tab).dataset.panel ?? "");
    });
    list.addEventListener("keydown", (event) => {
      const ways = /** @type {Record<string, number>} */ ({ ArrowRight: 1, ArrowLeft: -1 });
      const tabs = this.tabs;
      const now = tabs.findIndex((tab) => tab === document.activeElement);
      let next = now + (ways[event.key] ?? 0);
      if (event.key === "Home") next = 0;
      if (event.key === "End") next = tabs.length - 1;
      if (next === now) return;
      event.preventDefault();
      const tab = tabs[(next + tabs.length) % tabs.length];
      this.show(tab.dataset.panel ?? "");
      tab.focus();
    });
  }

  /** The tabs that can be seen: that of the text is only there where there is no room beside it. */
  get tabs() {
    const all = /** @type {NodeListOf<HTMLElement>} */ (this.list.querySelectorAll('[role="tab"]'));
    return [...all].filter((tab) => tab.offsetParent !== null);
  }

  /** @param {string} name */
  show(name) {
    for (const tab of this.list.querySelectorAll('[role="tab"]')) {
      const { panel = "" } = /** @type {HTMLElement} */ (tab).dataset;
      tab.setAttribute("aria-selected", String(panel === name));
      tab.setAttribute("tabindex", panel === name ? "0" : "-1");
    }
    document.body.dataset.panel = name;
    this.shown(name);
  }
}
