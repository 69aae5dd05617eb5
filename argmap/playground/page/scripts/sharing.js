// A map in an address: compressed, behind the “#”, which no browser sends to a server.

const KEY = "#map=";
/** What a small address may not grow to, in bytes. */
export const LARGEST = 2_000_000;
/** The longest address that every browser opens: Firefox takes no more, Chromium twice as much. */
const LONGEST = 1_000_000;

/** An address holds more than is opened. */
export class TooLarge extends Error {}

/**
 * Return an address of this page that holds a text, null where none could be opened again.
 * @param {string} text
 */
export async function addressOf(text) {
  const whole = new Blob([text]);
  if (whole.size > LARGEST) return null;
  const packed = await bytesOf(whole.stream().pipeThrough(new CompressionStream("deflate-raw")));
  let letters = "";
  for (const one of packed) letters += String.fromCharCode(one);
  const code = btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
  const address = `${location.href.split("#")[0]}${KEY}${code}`;
  return address.length > LONGEST ? null : address;
}

/**
 * Return the text that an address holds, null where it holds none. Throws TooLarge, and other
 * errors where it is not whole.
 * @param {string} hash
 */
export async function textIn(hash) {
  if (!hash.startsWith(KEY)) return null;
  const letters = atob(hash.slice(KEY.length).replaceAll("-", "+").replaceAll("_", "/"));
  const packed = Uint8Array.from(letters, (one) => one.charCodeAt(0));
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  return new TextDecoder("utf-8", { fatal: true }).decode(await bytesOf(stream));
}

/** @param {ReadableStream<Uint8Array>} stream */
async function bytesOf(stream) {
  const reader = stream.getReader();
  const parts = [];
  let size = 0;
  for (let step = await reader.read(); !step.done; step = await reader.read()) {
    size += step.value.length;
    if (size > LARGEST) {
      await reader.cancel();
      throw new TooLarge();
    }
    parts.push(step.value);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const one of parts) {
    whole.set(one, at);
    at += one.length;
  }
  return whole;
}
