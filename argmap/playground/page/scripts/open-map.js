// The map that is open: its name, its draft, and a number for each state of its text.

import { drafts, keep } from "./drafts.js";
import { later } from "./later.js";
import { say } from "./notices.js";

export class OpenMap {
  /** @param {() => string} text what returns the text as it is now */
  constructor(text) {
    this.text = text;
    /** Its draft has this id. */
    this.id = "";
    /** Its draft as this page has last read or kept it. */
    this.kept = "";
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
   * @param {{name: string, id?: string, text?: string}} of
   */
  become({ name, id = "", text = "" }) {
    this.keepNow();
    this.id = id;
    this.kept = text;
    this.name = name;
    this.isChanged = Boolean(id);
    this.renew();
  }

  /** The reader has written something. */
  change() {
    this.renew();
    if (!this.isChanged) {
      this.isChanged = true;
      this.id = newId();
      // The address would show the map as it was when the page is loaded again.
      if (location.hash.startsWith("#map=")) history.replaceState(null, "", location.pathname + location.search);
    }
    this.keepLater();
  }

  /** Keep the draft if there is one, and return whether that could be done. */
  keepNow() {
    if (!this.isChanged) return true;
    const text = this.text();
    const now = drafts().find((one) => one.id === this.id);
    if (now && now.text !== this.kept) {
      // Another tab has gone on with this draft: what was written there stays, and here is another.
      if (text === this.kept) return true;
      this.id = newId();
    }
    const isKept = keep({ id: this.id, name: this.name, text, at: Date.now() });
    if (isKept) this.kept = text;
    return isKept;
  }

  /**
   * A draft was deleted.
   * @param {string} id
   */
  forget(id) {
    if (this.id === id) this.isChanged = false;
  }
}

function newId() {
  return crypto.randomUUID?.() ?? `${Date.now()}`;
}
