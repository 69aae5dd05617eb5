import js from "@eslint/js";

const BROWSER = [
  "window", "document", "history", "location", "performance", "console", "getComputedStyle", "matchMedia",
  "requestAnimationFrame", "cancelAnimationFrame", "setTimeout", "clearTimeout", "ResizeObserver", "MutationObserver",
  "AbortController", "EventSource", "CustomEvent", "fetch",
  "SVGGraphicsElement", "HTMLAnchorElement", "Element", "Node", "HTMLElement", "WheelEvent", "DOMParser", "structuredClone",
  "Blob", "CSSStyleSheet", "CompressionStream", "DecompressionStream", "Image", "Option", "Request", "TextDecoder",
  "URL", "Worker", "TextEncoder", "Response", "WebAssembly", "addEventListener", "atob", "btoa", "caches", "crypto", "localStorage", "navigator", "self",
];

export default [
  js.configs.recommended,
  {
    languageOptions: {
      ecmaVersion: 2024,
      sourceType: "module",
      globals: Object.fromEntries(BROWSER.map((name) => [name, "readonly"])),
    },
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      eqeqeq: "error",
      "no-var": "error",
      "prefer-const": "error",
      "no-implied-eval": "error",
      "no-restricted-properties": [
        "error",
        { property: "innerHTML", message: "Texts of a map never become markup." },
        { property: "outerHTML", message: "Texts of a map never become markup." },
        { property: "insertAdjacentHTML", message: "Texts of a map never become markup." },
      ],
      "max-lines-per-function": ["error", { max: 60, skipComments: true, skipBlankLines: true }],
    },
  },
];
