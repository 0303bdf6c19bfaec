import { tmpdir } from "node:os"
import path from "node:path"
import { defineConfig } from "@medusajs/framework/utils"
import { dearestFirst } from "./examples/own-strategy/dearest-first"

const redisUrl = process.env["TEST_REDIS_URL"]

/** Files that tests attach are none of this folder. */
const files = path.join(tmpdir(), `reconciliation-files-${process.pid}`)

/** What a store of several processes shares, as the manual says. */
const shared = redisUrl
  ? [
      { resolve: "@medusajs/medusa/event-bus-redis", options: { redisUrl } },
      { resolve: "@medusajs/medusa/workflow-engine-redis", options: { redis: { redisUrl } } },
      {
        resolve: "@medusajs/medusa/locking",
        options: {
          providers: [
            {
              resolve: "@medusajs/medusa/locking-redis",
              id: "locking-redis",
              is_default: true,
              options: { redisUrl },
            },
          ],
        },
      },
    ]
  : []

/**
 * The host of the integration tests: this folder is the project, so routes, workflows, subscribers and jobs
 * are read from `src/` as TypeScript. A shop never sees this file; its own config names the plugin instead.
 * Other plugins that a test wants beside ours are named by TEST_HOST_PLUGINS (see setup/host.ts).
 */
export default defineConfig({
  projectConfig: {
    ...(redisUrl && { redisUrl }),
    ...(process.env["DATABASE_URL"] ? { databaseUrl: process.env["DATABASE_URL"] } : {}),
    http: {
      storeCors: "http://localhost:8000",
      adminCors: "http://localhost:9000",
      authCors: "http://localhost:9000",
      jwtSecret: "for tests only",
      cookieSecret: "for tests only",
    },
  },
  admin: { disable: true },
  plugins: (process.env["TEST_HOST_PLUGINS"] ?? "").split(",").filter((name) => name !== ""),
  modules: [
    ...shared,
    // The host reads its flag after this file, and adds the module of its own accord only before.
    ...(process.env["MEDUSA_FF_RBAC"] === "true" ? [{ resolve: "@medusajs/medusa/rbac" }] : []),
    {
      resolve: "./src/modules/reconciliation",
      options: {
        mirror: process.env["TEST_MIRROR"] !== "off",
        strategies: { dearest_first: dearestFirst },
        writeOff: { limits: { eur: { amount: "0.05", percent: 1 } } },
        salesChannelStrategies: { sc_dearest_first: "dearest_first" },
        deposits: [
          {
            type: "ptyp_made_to_order",
            downPayment: { percent: 30 },
            schedule: [
              { afterDays: 30, percent: 50 },
              { afterDays: 60, percent: 50 },
            ],
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/file",
      options: {
        providers: [
          {
            resolve: "@medusajs/medusa/file-local",
            id: "local",
            options: { upload_dir: files, private_upload_dir: files },
          },
        ],
      },
    },
    {
      resolve: "@medusajs/medusa/payment",
      options: {
        providers: [{ resolve: path.resolve(__dirname, "integration-tests/setup/psp"), id: "tests" }],
      },
    },
  ],
})
