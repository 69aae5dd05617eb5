// The editor: CodeMirror with what argmap knows: findings, completions, what a place means.

import { autocompletion, closeBrackets, closeBracketsKeymap, completionKeymap, snippet } from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap } from "@codemirror/commands";
import { yaml } from "@codemirror/lang-yaml";
import { bracketMatching, foldGutter, foldKeymap, HighlightStyle, indentOnInput, indentUnit, syntaxHighlighting } from "@codemirror/language";
import { lintGutter, lintKeymap, setDiagnostics } from "@codemirror/lint";
import { highlightSelectionMatches, searchKeymap } from "@codemirror/search";
import { EditorState, Transaction } from "@codemirror/state";
import { drawSelection, EditorView, highlightActiveLine, highlightSpecialChars, hoverTooltip, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { acrossLines } from "./across-lines.js";
import { changes, offset, place } from "./places.js";

/**
 * @typedef {import("./engine.js").Place} Place
 * @typedef {import("./engine.js").Finding} Finding
 * @typedef {import("./engine.js").Fix} Fix
 * @typedef {import("./engine.js").Edit} Edit
 * @typedef {Edit & {label: string, detail: string, kind: string, fills_in: boolean}} Item
 * @typedef {{
 *   completions: (at: Place) => Promise<Item[]>,
 *   hover: (at: Place) => Promise<{text?: string, start?: Place, end?: Place}>,
 *   changed: () => void,
 *   moved: () => void,
 *   layout: () => void,
 *   kept: () => void,
 * }} Asked
 */

const KINDS = /** @type {Record<string, string>} */ ({
  Property: "property",
  EnumMember: "enum",
  Reference: "variable",
  Text: "text",
  Snippet: "function",
});

const COLOURS = HighlightStyle.define([
  { tag: [tags.propertyName, tags.definition(tags.propertyName)], color: "var(--key)" },
  { tag: [tags.string, tags.content], color: "var(--text)" },
  { tag: [tags.keyword, tags.bool, tags.number], color: "var(--support)" },
  { tag: tags.comment, color: "var(--quiet)", fontStyle: "italic" },
  { tag: [tags.punctuation, tags.separator, tags.squareBracket, tags.brace], color: "var(--quiet)" },
]);

const LOOK = EditorView.theme({
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--page)", fontSize: "0.875rem" },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "-2px" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.55" },
  ".cm-content": { caretColor: "var(--text)", padding: "0.5rem 0" },
  ".cm-cursor": { borderLeftColor: "var(--text)", borderLeftWidth: "2px" },
  ".cm-gutters": { backgroundColor: "var(--page)", color: "var(--quiet)", border: "none" },
  ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--line)" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    backgroundColor: "var(--selection)",
  },
  ".cm-selectionMatch": { backgroundColor: "var(--line)" },
  "&.cm-focused .cm-matchingBracket": { backgroundColor: "var(--selection)" },
  ".cm-foldPlaceholder": { backgroundColor: "var(--line)", border: "1px solid var(--border)", color: "var(--quiet)" },
  ".cm-tooltip, .cm-panels": { backgroundColor: "var(--raised)", color: "var(--text)", border: "1px solid var(--border)" },
  ".cm-tooltip": { borderRadius: "6px", maxWidth: "min(34rem, 90vw)", boxShadow: "0 4px 16px #0003" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--sans)", maxHeight: "16rem", maxWidth: "min(34rem, 90vw)" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.2rem 0.5rem" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { background: "var(--strong)", color: "var(--on-strong)" },
  ".cm-completionDetail": { fontStyle: "normal", fontSize: "0.8125rem", marginLeft: "0.75rem", color: "var(--quiet)" },
  "li[aria-selected] .cm-completionDetail": { color: "inherit" },
  ".cm-diagnostic": { padding: "0.4rem 0.6rem", fontFamily: "var(--sans)", whiteSpace: "pre-wrap" },
  ".cm-diagnosticAction": { backgroundColor: "var(--strong)", color: "var(--on-strong)", borderRadius: "4px", padding: "0.2rem 0.5rem", margin: "0.4rem 0.4rem 0 0", font: "inherit", fontSize: "0.8125rem" },
  ".cm-told": { padding: "0.4rem 0.6rem", whiteSpace: "pre-wrap", fontFamily: "var(--sans)", maxHeight: "16rem", overflow: "auto" },
  ".cm-panels input, .cm-panels button": { font: "inherit", color: "inherit", background: "var(--page)", border: "1px solid var(--border)", borderRadius: "4px" },
});

export class Editor {
  /**
   * @param {HTMLElement} home
   * @param {Asked} asked
   */
  constructor(home, asked) {
    this.asked = asked;
    // In a shadow tree its style sheets are objects, which a strict policy allows.
    const root = home.attachShadow({ mode: "open" });
    const parent = document.createElement("div");
    parent.style.height = "100%";
    root.append(parent);
    this.view = new EditorView({ parent, root, state: this.stateOf("") });
  }

  get text() {
    return this.view.state.doc.toString();
  }

  /**
   * Show another text, which begins a history of its own.
   * @param {string} text
   */
  show(text) {
    this.view.setState(this.stateOf(text));
    this.view.scrollDOM.scrollTop = 0;
  }

  /**
   * Change the text, as one step of its history.
   * @param {Edit[]} edits
   */
  apply(edits) {
    const { doc } = this.view.state;
    this.view.dispatch({ changes: changes(doc, edits), userEvent: "input.argmap" });
  }

  get cursor() {
    const { doc, selection } = this.view.state;
    return place(doc, selection.main.head);
  }

  /**
   * Put the cursor at a place and show it.
   * @param {Place} at
   * @param {boolean} [focus]
   */
  go(at, focus = true) {
    const anchor = offset(this.view.state.doc, at);
    this.view.dispatch({
      selection: { anchor },
      effects: EditorView.scrollIntoView(anchor, { y: "center" }),
      annotations: Transaction.userEvent.of("select.argmap"),
    });
    if (focus) this.view.focus();
  }

  /**
   * Mark findings in the text, each with what mends it.
   * @param {Finding[]} findings
   * @param {Map<Finding, Fix[]>} fixes
   */
  mark(findings, fixes) {
    const { doc } = this.view.state;
    const marks = findings.map((one) => ({
      from: offset(doc, one.start),
      to: offset(doc, one.end),
      severity: one.severity === "hint" ? /** @type {const} */ ("info") : one.severity,
      source: one.code,
      message: one.message,
      actions: (fixes.get(one) ?? []).map((fix) => ({
        name: fix.title.startsWith("Mend") ? "Fix" : fix.title,
        apply: () => this.apply(fix.edits),
      })),
    }));
    this.view.dispatch(setDiagnostics(this.view.state, marks));
  }

  /** @param {string} doc */
  stateOf(doc) {
    const { asked } = this;
    return EditorState.create({
      doc,
      extensions: [
        lineNumbers(),
        foldGutter(),
        lintGutter(),
        highlightSpecialChars(),
        history(),
        drawSelection(),
        indentOnInput(),
        indentUnit.of("  "),
        bracketMatching(),
        closeBrackets(),
        highlightActiveLine(),
        highlightSelectionMatches(),
        yaml(),
        syntaxHighlighting(COLOURS),
        autocompletion({ override: [(context) => this.completed(context)], icons: false }),
        hoverTooltip((view, at) => this.hovered(view, at)),
        acrossLines,
        EditorView.lineWrapping,
        EditorView.contentAttributes.of({ "aria-label": "The map as text, in YAML", spellcheck: "true", autocapitalize: "off" }),
        keymap.of([
          { key: "Shift-Alt-f", run: () => (asked.layout(), true) },
          { key: "Mod-s", run: () => (asked.kept(), true), preventDefault: true },
          ...closeBracketsKeymap,
          ...defaultKeymap,
          ...searchKeymap,
          ...historyKeymap,
          ...foldKeymap,
          ...completionKeymap,
          ...lintKeymap,
        ]),
        EditorView.updateListener.of((update) => {
          if (update.docChanged) asked.changed();
          else if (update.selectionSet) asked.moved();
        }),
        LOOK,
      ],
    });
  }

  /** @param {import("@codemirror/autocomplete").CompletionContext} context */
  async completed(context) {
    const word = context.matchBefore(/[\w.-]+$/);
    const begins = context.matchBefore(/(: |\{ ?|\[ ?|, )$/);
    if (!context.explicit && !word && !begins) return null;
    const { doc } = context.state;
    const items = await this.asked.completions(place(doc, context.pos)).catch(() => []);
    if (!items.length || context.aborted) return null;
    return {
      from: offset(doc, items[0].start),
      validFor: /^[\w.-]*$/,
      options: items.map((one, number) => ({
        label: one.label,
        detail: one.detail,
        apply: one.fills_in ? snippet(one.text) : one.text,
        type: KINDS[one.kind],
        boost: Math.max(-99, 50 - number),
      })),
    };
  }

  /**
   * @param {EditorView} view
   * @param {number} at
   */
  async hovered(view, at) {
    const { doc } = view.state;
    const found = await this.asked.hover(place(doc, at)).catch(() => null);
    if (!found?.text || !found.start || !found.end) return null;
    const dom = document.createElement("div");
    dom.className = "cm-told";
    dom.textContent = found.text;
    return { pos: offset(doc, found.start), end: offset(doc, found.end), above: true, create: () => ({ dom }) };
  }
}
