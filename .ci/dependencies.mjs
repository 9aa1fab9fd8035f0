#!/usr/bin/env node
// Lists every package that the lock files pin, with its licence, and which have a known vulnerability: writes docs/reference/dependencies.md.
// Run it from a clone after a restore: node .ci/dependencies.mjs. Advisories come from wherever the package clients ask; where they cannot ask, the page says so.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const cache = process.env.NUGET_PACKAGES ?? join(homedir(), '.nuget', 'packages')
const word = (text, pattern) => text.match(pattern)?.[1]?.trim()

function licenceOf(id, version) {
  const folder = join(cache, id.toLowerCase(), version.toLowerCase()), file = join(folder, `${id.toLowerCase()}.nuspec`)
  if (!existsSync(file)) return 'not restored here'
  const text = readFileSync(file, 'utf8')
  return word(text, /<license type="expression">([^<]+)</) ?? (word(text, /<license type="file">([^<]+)</) ? `file ${word(text, /<license type="file">([^<]+)</)} in the package` : undefined) ?? word(text, /<licenseUrl>([^<]+)</) ?? 'not said'
}

/** Where a package is used: in what ships, or in tests and measurements only. */
function dotnetPackages() {
  const found = new Map()
  const locks = ['src', 'tests', 'bench'].flatMap((top) => readdirSync(top).sort().map((name) => `${top}/${name}/packages.lock.json`)).filter((f) => existsSync(f))
  for (const lock of locks) {
    for (const framework of Object.values(JSON.parse(readFileSync(lock, 'utf8')).dependencies)) {
      for (const [id, p] of Object.entries(framework)) {
        if (p.type === 'Project') continue
        const key = `${id} ${p.resolved}`
        found.set(key, { id, version: p.resolved, ships: (found.get(key)?.ships ?? false) || lock.startsWith('src/') })
      }
    }
  }
  return [...found.values()].sort((a, b) => (a.id.toLowerCase() < b.id.toLowerCase() ? -1 : 1)).map((p) => ({ ...p, licence: licenceOf(p.id, p.version) }))
}

function webPackages() {
  const lock = JSON.parse(readFileSync('web/package-lock.json', 'utf8'))
  return Object.entries(lock.packages).filter(([path]) => path.includes('node_modules/'))
    .map(([path, p]) => ({ id: path.slice(path.lastIndexOf('node_modules/') + 13), version: p.version, ships: !p.dev, licence: p.license ?? 'not said' }))
    .sort((a, b) => (a.id < b.id ? -1 : 1)).filter((p, i, all) => i === 0 || p.id !== all[i - 1].id || p.version !== all[i - 1].version)
}

/** What a client says of vulnerabilities, or that it could not ask. */
function asked(command, words, folder, read) {
  try {
    return read(execFileSync(command, words, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout: 300000 }))
  } catch (fault) {
    try { return read(fault.stdout) } catch { return 'could not be asked here' }
  }
}

const dotnetAdvisories = asked('dotnet', ['list', 'Trunkline.slnx', 'package', '--vulnerable', '--include-transitive', '--format', 'json'], '.', (text) => {
  const projects = JSON.parse(text.slice(text.indexOf('{'))).projects ?? []
  const bad = projects.flatMap((p) => (p.frameworks ?? []).flatMap((f) => [...(f.topLevelPackages ?? []), ...(f.transitivePackages ?? [])])).filter((p) => p.vulnerabilities?.length)
  return bad.length ? [...new Set(bad.map((p) => `${p.id} ${p.resolvedVersion}: ${p.vulnerabilities.map((v) => `${v.severity} ${v.advisoryurl}`).join(', ')}`))].join('; ') : 'none named'
})
const webAdvisories = asked('npm', ['audit', '--json'], 'web', (text) => {
  const report = JSON.parse(text)
  if (!report.metadata) throw new Error('no report')
  const bad = Object.values(report.vulnerabilities ?? {})
  return bad.length ? bad.map((v) => `${v.name}: ${v.severity}`).join('; ') : 'none named'
})

const table = (rows) => ['| package | version | licence | ships |', '|---|---|---|---|', ...rows.map((p) => `| ${p.id} | ${p.version} | ${p.licence} | ${p.ships ? 'yes' : 'tests and build only'} |`)].join('\n')
const dotnet = dotnetPackages(), web = webPackages()
writeFileSync('docs/reference/dependencies.md', `# Dependencies

Every package that the lock files pin, made by \`node .ci/dependencies.mjs\`. Vulnerabilities are those that the package clients name; a client that has no source of advisories names none, so run it where it has one.

- .NET: ${dotnet.length} packages, ${dotnet.filter((p) => p.ships).length} of them in what ships. Known vulnerabilities: ${dotnetAdvisories}.
- Web app: ${web.length} packages, ${web.filter((p) => p.ships).length} of them in what ships. Known vulnerabilities: ${webAdvisories}.

## .NET

${table(dotnet)}

## Web app

${table(web)}
`)
console.log(`docs/reference/dependencies.md: ${dotnet.length} + ${web.length} packages; .NET: ${dotnetAdvisories}; web: ${webAdvisories}`)
