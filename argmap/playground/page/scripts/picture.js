// The picture: put into the page so that boxes can be clicked, and made larger and smaller.

/** Above so many characters a picture is not shown: the page would hardly move. */
const LARGEST = 8_000_000;
/** What a map says is escaped, so that nothing else in a picture begins so. */
const STYLE = /<style>([^<]*)<\/style>/g;
const STEP = 1.25;
const SMALLEST = 0.1;
const WIDEST = 4;

export class Picture {
  /**
   * @param {HTMLElement} frame
   * @param {(id: string) => void} chosen
   */
  constructor(frame, chosen) {
    this.frame = frame;
    this.root = frame.attachShadow({ mode: "open" });
    /** @type {number | null} None is as wide as there is room, and at most as large as it is. */
    this.zoom = null;
    this.source = "";
    this.isNarrow = false;
    this.selected = "";
    this.root.addEventListener("click", (event) => {
      const target = /** @type {Element} */ (event.target);
      const id = target.closest("[data-claim]")?.getAttribute("data-claim");
      if (id && !target.closest("a")) chosen(id);
    });
    frame.addEventListener("keydown", (event) => {
      const steps = /** @type {Record<string, number>} */ ({ "+": 1, "=": 1, "-": -1 });
      if (event.key in steps) this.scale(steps[event.key]);
      else if (event.key === "0") this.fit();
    });
  }

  /**
   * Show a picture; its style sheet becomes an object, which a strict policy allows.
   * @param {string} source
   * @param {boolean} [isNarrow] whether it is made for the screen of a telephone
   */
  show(source, isNarrow = false) {
    this.source = source;
    this.isNarrow = isNarrow;
    if (source.length > LARGEST) {
      const words = document.createElement("p");
      words.textContent = "The picture is too large to be shown here. It can be downloaded.";
      this.root.replaceChildren(words);
      return;
    }
    /** @type {CSSStyleSheet[]} */
    const sheets = [];
    const bare = source.replace(STYLE, (_, rules) => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(new DOMParser().parseFromString(`<p>${rules}`, "text/html").body.textContent ?? "");
      sheets.push(sheet);
      return "";
    });
    const drawn = new DOMParser().parseFromString(bare, "image/svg+xml").documentElement;
    const own = new CSSStyleSheet();
    own.replaceSync(
      "svg { display: block; margin: auto } [data-claim] { cursor: pointer }" +
        ".selected .frame { stroke: var(--ink-gold, #eab308) !important; stroke-width: 3 !important }",
    );
    this.root.adoptedStyleSheets = [...sheets, own];
    for (const link of drawn.querySelectorAll("a")) {
      link.setAttribute("target", "_blank");
      link.setAttribute("rel", "noopener noreferrer");
    }
    this.root.replaceChildren(document.importNode(drawn, true));
    this.size();
    this.mark(this.selected);
  }

  clear() {
    this.source = "";
    this.zoom = null;
    this.root.replaceChildren();
  }

  /** @param {string} id */
  mark(id) {
    this.selected = id;
    for (const box of this.root.querySelectorAll("[data-claim]")) {
      box.classList.toggle("selected", box.getAttribute("data-claim") === id);
    }
  }

  fit() {
    this.zoom = null;
    this.size();
  }

  /** @param {number} steps */
  scale(steps) {
    const svg = this.root.querySelector("svg");
    if (!svg) return;
    const now = this.zoom ?? svg.getBoundingClientRect().width / this.width;
    this.zoom = Math.min(Math.max(now * STEP ** steps, SMALLEST), WIDEST);
    this.size();
  }

  get width() {
    return Number(this.root.querySelector("svg")?.getAttribute("width")) || 1;
  }

  size() {
    const svg = this.root.querySelector("svg");
    if (!svg) return;
    svg.style.maxWidth = this.zoom === null ? (this.isNarrow ? "440px" : "100%") : "none";
    svg.style.width = this.zoom === null ? (this.isNarrow ? "100%" : "") : `${this.width * this.zoom}px`;
    svg.style.height = "auto";
  }
}
