import { writeFileSync } from "node:fs"
import path from "node:path"

/** What a shop's package.json names. */
export interface Kind {
  readonly name: string
  readonly what: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
}

const HOST = "2.21.2"

const named = (packages: readonly string[]): Record<string, string> =>
  Object.fromEntries(packages.map((name) => [`@medusajs/${name}`, HOST]))

const compilers = {
  "@swc/core": "^1.7.28",
  "@types/node": "^20.12.11",
  "@types/react": "^18.3.2",
  "@types/react-dom": "^18.2.25",
  "prop-types": "^15.8.1",
  "ts-node": "^10.9.2",
  typescript: "^5.6.2",
  vite: "^7.3.6",
}

/** A store that began on an earlier release and was brought up: the pages' packages are the dashboard's affair. */
export const older: Kind = {
  name: "older",
  what: "names medusa, framework, cli and admin-sdk",
  dependencies: named(["admin-sdk", "cli", "framework", "medusa"]),
  devDependencies: { ...compilers, react: "^18.2.0", "react-dom": "^18.2.0" },
}

/** What the host's own starter names since its 2.13, so that pnpm finds what the pages import. */
export const starter: Kind = {
  name: "starter",
  what: "names dashboard, draft-order, admin-shared, ui, react-query, react-i18next and the router too",
  dependencies: {
    ...named([
      "admin-sdk",
      "admin-shared",
      "caching",
      "cli",
      "dashboard",
      "draft-order",
      "framework",
      "medusa",
    ]),
    "@medusajs/ui": "4.2.6",
    "@tanstack/react-query": "5.64.2",
    "react-i18next": "13.5.0",
    "react-router-dom": "7.18.2",
    zod: "4.2.0",
  },
  devDependencies: { ...compilers, react: "^18.3.1", "react-dom": "^18.3.1" },
}

/** The starter with a line that was right for an earlier release: the control of what the browser sees. */
export const routerSix: Kind = {
  ...starter,
  name: "router-six",
  what: "the starter with react-router-dom 6.30.4 at its root",
  dependencies: { ...starter.dependencies, "react-router-dom": "6.30.4" },
}

/** What the pages must have one copy of, or they lose their context. */
export const ONE_COPY = [
  "react",
  "react-dom",
  "react-router",
  "react-router-dom",
  "@tanstack/react-query",
  "react-i18next",
  "@medusajs/dashboard",
  "@medusajs/ui",
]

export function writeManifest(folder: string, { name, dependencies, devDependencies }: Kind): void {
  const manifest = { name: `${name}-store`, version: "0.0.0", private: true, dependencies, devDependencies }
  writeFileSync(path.join(folder, "package.json"), JSON.stringify(manifest, null, 2))
}

/** `medusa start` is production: over plain http a secure cookie would never be sent back. */
const config = (plugins: string): string => `import { defineConfig } from "@medusajs/framework/utils"

export default defineConfig({
  projectConfig: {
    databaseUrl: process.env["DATABASE_URL"],
    cookieOptions: { secure: false, sameSite: "lax" },
    http: {
      storeCors: "http://localhost",
      adminCors: "http://localhost",
      authCors: "http://localhost",
      jwtSecret: "for a proof only",
      cookieSecret: "for a proof only",
    },
  },
  admin: { disable: process.env["WITHOUT_ADMIN"] === "true" },
  plugins: [${plugins}],
})
`

const compiler = {
  compilerOptions: {
    target: "ES2021",
    module: "Node16",
    moduleResolution: "Node16",
    esModuleInterop: true,
    emitDecoratorMetadata: true,
    experimentalDecorators: true,
    skipLibCheck: true,
    outDir: ".medusa/server",
    rootDir: ".",
    types: ["node"],
  },
  include: ["medusa-config.ts"],
  exclude: ["node_modules", ".medusa"],
}

export function writeConfig(folder: string, { plugin }: { plugin: boolean }): void {
  const plugins = plugin ? `{ resolve: "medusa-plugin-reconciliation", options: {} }` : ""
  writeFileSync(path.join(folder, "medusa-config.ts"), config(plugins))
  writeFileSync(path.join(folder, "tsconfig.json"), JSON.stringify(compiler, null, 2))
}
