#!/usr/bin/env node
// Runs the program, which is in a package of its own for each kind of machine.
"use strict";

const { spawnSync } = require("node:child_process");

const name = `jakcheck-${process.platform}-${process.arch}`;

function program() {
  try {
    return require.resolve(`${name}/bin/jakcheck${process.platform === "win32" ? ".exe" : ""}`);
  } catch {
    console.error(`error: the package ${name} is not installed\n  hint: there is one for linux-x64; install it with optional dependencies`);
    process.exit(4);
  }
}

// Ctrl-C is for the program, which ends in its own way.
process.on("SIGINT", () => {});
const { status, signal, error } = spawnSync(program(), process.argv.slice(2), { stdio: "inherit" });
if (error) {
  console.error(`error: the program cannot be started: ${error.message}`);
  process.exit(4);
}
if (signal) {
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
}
process.exit(status ?? 4);
