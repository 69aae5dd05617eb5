// The outline and the explanation beside the text.

/**
 * @typedef {import("./engine.js").Claim} Claim
 * @typedef {import("./engine.js").Step} Step
 */

const PREFIX = "outline-claim-";

export class Outline {
  /**
   * @param {HTMLElement} home
   * @param {(id: string) => void} chosen
   */
  constructor(home, chosen) {
    this.home = home;
    home.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      const link = target.closest("a");
      const address = link?.getAttribute("href");
      if (address?.startsWith("#")) {
        event.preventDefault();
        const there = document.getElementById(address.slice(1));
        there?.scrollIntoView({ block: "center" });
        this.mark(there?.id.startsWith(PREFIX) ? there.id.slice(PREFIX.length) : "");
        return;
      }
      const item = target.closest(`[id^="${PREFIX}"]`);
      if (item && !link && !target.closest("summary")) chosen(item.id.slice(PREFIX.length));
    });
  }

  /**
   * @param {string} markup in which argmap has escaped all that the map says
   * @param {string} tally
   */
  show(markup, tally) {
    const page = new DOMParser().parseFromString(markup, "text/html");
    for (const link of page.querySelectorAll('a:not([href^="#"])')) {
      link.setAttribute("target", "_blank");
      link.setAttribute("rel", "noopener noreferrer");
    }
    const words = document.createElement("p");
    words.className = "tally";
    words.textContent = tally;
    this.home.replaceChildren(words, ...document.importNode(page.body, true).childNodes);
  }

  clear() {
    this.home.replaceChildren();
  }

  /** @param {string} id */
  mark(id) {
    for (const one of this.home.querySelectorAll(".selected")) one.classList.remove("selected");
    const there = id && document.getElementById(`${PREFIX}${id}`);
    if (there) there.classList.add("selected");
  }
}

export class Explanation {
  /**
   * @param {HTMLSelectElement} menu
   * @param {HTMLElement} home
   * @param {(id: string) => void} chosen
   */
  constructor(menu, home, chosen) {
    this.menu = menu;
    this.home = home;
    menu.addEventListener("change", () => chosen(menu.value));
    home.addEventListener("click", (event) => {
      const id = /** @type {HTMLElement} */ (event.target).dataset.id;
      if (id) chosen(id);
    });
  }

  /** @param {Claim[]} claims */
  offer(claims) {
    const before = this.menu.value;
    this.menu.replaceChildren(
      ...claims.map((one) => new Option(`${one.sign} ${one.name}`, one.id)),
    );
    if (claims.some((one) => one.id === before)) this.menu.value = before;
  }

  clear() {
    this.menu.replaceChildren();
    this.home.replaceChildren();
  }

  /** @param {string} id */
  select(id) {
    if ([...this.menu.options].some((one) => one.value === id)) this.menu.value = id;
    return this.menu.value;
  }

  /** @param {{steps?: Step[], ways?: string[], error?: string}} found */
  show({ steps = [], ways = [], error }) {
    if (error) {
      this.home.replaceChildren(paragraph(error));
      return;
    }
    const top = document.createElement("ul");
    top.className = "why";
    /** @type {HTMLElement[]} */
    const lists = [top];
    for (const [number, step] of steps.entries()) {
      while (lists.length > step.depth + 1) lists.pop();
      while (lists.length < step.depth + 1) {
        const inner = document.createElement("ul");
        (lists[lists.length - 1].lastElementChild ?? lists[lists.length - 1]).append(inner);
        lists.push(inner);
      }
      const item = document.createElement("li");
      item.append(paragraph(step.sentence));
      if (number && [...this.menu.options].some((one) => one.value === step.id)) {
        const button = document.createElement("button");
        button.type = "button";
        button.className = "plain";
        button.dataset.id = step.id;
        button.textContent = "Why?";
        button.setAttribute("aria-label", `Why? ${step.sentence}`);
        item.firstElementChild?.append(" ", button);
      }
      lists[lists.length - 1].append(item);
    }
    this.home.replaceChildren(top, ...told(ways));
  }
}

/** @param {string[]} ways */
function told(ways) {
  if (!ways.length) return [];
  const heading = document.createElement("h3");
  heading.textContent = "What would turn it";
  /** @type {HTMLElement[]} */
  const shown = [heading];
  for (const line of ways.map((one) => one.trim())) {
    if (!line.startsWith("•")) {
      shown.push(paragraph(line));
      continue;
    }
    let list = shown[shown.length - 1];
    if (list.tagName !== "UL") shown.push((list = document.createElement("ul")));
    const item = document.createElement("li");
    item.append(paragraph(line.slice(1).trim()));
    list.append(item);
  }
  return shown;
}

/** @param {string} words */
function paragraph(words) {
  const made = document.createElement("p");
  made.dir = "auto";
  made.textContent = words;
  return made;
}
