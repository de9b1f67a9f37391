// Builds books by a CPython compiled to WebAssembly; prints its version, then a hash for each.
import { readFile } from "node:fs/promises";

const [pyodide, archive, program, ...books] = process.argv.slice(2);
const { loadPyodide } = await import(`${pyodide}/pyodide.mjs`);
const python = await loadPyodide({ indexURL: `${pyodide}/` });
const files = new Uint8Array(await readFile(archive));
python.unpackArchive(files, "zip", { extractDir: "/program" });
python.globals.set("books", python.toPy(books));
python.runPython(await readFile(program, "utf-8"));
