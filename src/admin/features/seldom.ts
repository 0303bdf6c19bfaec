/** Pages that a store opens when it begins and seldom later: loaded at once with the first of them. */
export { default as AuditPage } from "./audit/audit-page"
export { default as ChecksPage } from "./checks/checks-page"
export { default as SetUpPage } from "./set-up/set-up-page"
export { default as SettingsPage } from "./settings/settings-page"
