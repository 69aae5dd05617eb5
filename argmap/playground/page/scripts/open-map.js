// The map that is open: its name, its draft, and a number for each state of its text.

import { keep } from "./drafts.js";
import { later } from "./later.js";
import { say } from "./notices.js";

export class OpenMap {
  /** @param {() => string} text what returns the text as it is now */
  constructor(text) {
    this.text = text;
    /** Its draft has this id. */
    this.id = "";
    this.name = "map.yaml";
    /** Whether it is the reader's own. */
    this.isChanged = false;
    this.version = 0;
    this.keepLater = later(() => {
      if (!this.keepNow()) say("This draft is not kept: the browser has no room for it. Download it.");
    }, 500);
  }

  renew() {
    this.version += 1;
    document.body.dataset.version = String(this.version);
  }

  /**
   * Go on with another map; the one before is kept.
   * @param {{name: string, id?: string}} of
   */
  become({ name, id = "" }) {
    this.keepNow();
    this.id = id;
    this.name = name;
    this.isChanged = Boolean(id);
    this.renew();
  }

  /** The reader has written something. */
  change() {
    this.renew();
    if (!this.isChanged) {
      this.isChanged = true;
      this.id = crypto.randomUUID?.() ?? `${Date.now()}`;
      // The address would show the map as it was when the page is loaded again.
      if (location.hash.startsWith("#map=")) history.replaceState(null, "", location.pathname + location.search);
    }
    this.keepLater();
  }

  /** Keep the draft if there is one, and return whether that could be done. */
  keepNow() {
    if (!this.isChanged) return true;
    return keep({ id: this.id, name: this.name, text: this.text(), at: Date.now() });
  }

  /**
   * A draft was deleted.
   * @param {string} id
   */
  forget(id) {
    if (this.id === id) this.isChanged = false;
  }
}
