// The findings below the text: each leads to its line, and has a button for what mends it.

/**
 * @typedef {import("./engine.js").Finding} Finding
 * @typedef {import("./engine.js").Fix} Fix
 */

const WORDS = { error: "error", warning: "warning", hint: "hint" };

export class Findings {
  /**
   * @param {HTMLElement} home
   * @param {HTMLElement} heading
   * @param {{go: (one: Finding) => void, fix: (fix: Fix) => void}} does
   */
  constructor(home, heading, does) {
    this.home = home;
    this.heading = heading;
    this.does = does;
  }

  /** Nothing is known yet. */
  wait() {
    this.heading.textContent = "Checking …";
    this.home.hidden = true;
    this.home.replaceChildren();
  }

  /** Nothing is known, and will not be. */
  giveUp() {
    this.wait();
    this.heading.textContent = "Not checked";
  }

  /**
   * @param {Finding[]} findings
   * @param {Map<Finding, Fix[]>} fixes
   */
  show(findings, fixes) {
    this.heading.textContent = counted(findings);
    this.home.replaceChildren(...findings.map((one) => this.item(one, fixes.get(one) ?? [])));
    this.home.hidden = !findings.length;
  }

  /**
   * @param {Finding} one
   * @param {Fix[]} fixes
   */
  item(one, fixes) {
    const item = document.createElement("li");
    item.className = one.severity;
    const place = document.createElement("button");
    place.type = "button";
    place.className = "plain place";
    place.textContent = `Line ${one.start.line + 1}`;
    place.addEventListener("click", () => this.does.go(one));
    const kind = document.createElement("strong");
    kind.textContent = WORDS[one.severity];
    const words = document.createElement("span");
    words.className = "words";
    words.textContent = one.message;
    item.append(place, " ", kind, " ", words);
    for (const fix of fixes) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "small";
      button.textContent = fix.title.startsWith("Mend") ? "Fix" : "Allow";
      button.title = fix.title;
      button.setAttribute("aria-label", `${button.textContent}: ${one.message}`);
      button.addEventListener("click", () => this.does.fix(fix));
      item.append(" ", button);
    }
    return item;
  }
}

/** @param {Finding[]} findings */
function counted(findings) {
  if (!findings.length) return "Nothing to complain about";
  const parts = Object.entries(WORDS).map(([severity, word]) => {
    const number = findings.filter((one) => one.severity === severity).length;
    return number ? `${number} ${word}${number === 1 ? "" : "s"}` : "";
  });
  return parts.filter(Boolean).join(", ");
}
