// Starts `argmap lsp` for YAML and for documents that may show maps, and starts it again when one asks for it.

const vscode = require("vscode");
const { LanguageClient } = require("vscode-languageclient/node");

// Documents are followed to the maps that they name, so they have to be files.
const SHOWING = ["markdown", "html", "asciidoc", "restructuredtext", "latex", "typst"];

let client;

function newClient() {
  const command = vscode.workspace.getConfiguration("argmap").get("command");
  // Without a transport it speaks over standard input and output, and adds nothing to the words.
  const server = { command, args: ["lsp"] };
  const documents = [
    { scheme: "file", language: "yaml" },
    { scheme: "untitled", language: "yaml" },
    ...SHOWING.map((language) => ({ scheme: "file", language })),
  ];
  return new LanguageClient("argmap", "argmap", server, { documentSelector: documents });
}

async function start() {
  client = newClient();
  try {
    await client.start();
  } catch (error) {
    const advice = 'install argmap with: pip install "argmap[lsp]", or set “argmap.command”.';
    vscode.window.showErrorMessage(`argmap does not start (${error.message}); ${advice}`);
  }
}

async function stop() {
  const stopping = client;
  client = undefined;
  if (stopping) {
    await stopping.stop().catch(() => {});
  }
}

async function activate(context) {
  const restart = async () => {
    await stop();
    await start();
  };
  context.subscriptions.push(
    vscode.commands.registerCommand("argmap.restart", restart),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("argmap.command")) {
        return restart();
      }
    }),
  );
  await start();
}

module.exports = { activate, deactivate: stop };
