/**
 * The program of the offline page, as text: plain JavaScript with a SHA-256 of its own, so that it runs
 * from a file in any browser, without a network and without this product. It shares no code with
 * rules.ts; a test runs both against each other. `W` are the words of its language.
 */
export const offlineScript = String.raw`
'use strict'
var K = (function () {
  var primes = [], n = 2
  while (primes.length < 64) { if (primes.every(function (p) { return n % p })) primes.push(n); n++ }
  var part = function (x) { return ((x - Math.floor(x)) * 4294967296) | 0 }
  return { h: primes.slice(0, 8).map(function (p) { return part(Math.sqrt(p)) }), k: primes.map(function (p) { return part(Math.cbrt(p)) }) }
})()
function utf8(text) {
  var s = unescape(encodeURIComponent(text)), out = new Uint8Array(s.length)
  for (var i = 0; i < s.length; i++) out[i] = s.charCodeAt(i)
  return out
}
function sha256(bytes) {
  var length = bytes.length, size = ((length + 9 + 63) >> 6) << 6
  var data = new Uint8Array(size); data.set(bytes); data[length] = 128
  var view = new DataView(data.buffer)
  view.setUint32(size - 8, Math.floor(length / 536870912)); view.setUint32(size - 4, (length << 3) >>> 0)
  var h = K.h.slice(), w = new Int32Array(64)
  function r(x, n) { return (x >>> n) | (x << (32 - n)) }
  for (var at = 0; at < size; at += 64) {
    var i
    for (i = 0; i < 16; i++) w[i] = view.getInt32(at + i * 4)
    for (i = 16; i < 64; i++) {
      var x = w[i - 15], y = w[i - 2]
      w[i] = (w[i - 16] + (r(x, 7) ^ r(x, 18) ^ (x >>> 3)) + w[i - 7] + (r(y, 17) ^ r(y, 19) ^ (y >>> 10))) | 0
    }
    var v = h.slice()
    for (i = 0; i < 64; i++) {
      var e = v[4], a = v[0]
      var t1 = (v[7] + (r(e, 6) ^ r(e, 11) ^ r(e, 25)) + ((e & v[5]) ^ (~e & v[6])) + K.k[i] + w[i]) | 0
      var t2 = ((r(a, 2) ^ r(a, 13) ^ r(a, 22)) + ((a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]))) | 0
      v = [(t1 + t2) | 0, a, v[1], v[2], (v[3] + t1) | 0, e, v[5], v[6]]
    }
    for (i = 0; i < 8; i++) h[i] = (h[i] + v[i]) | 0
  }
  var out = new Uint8Array(32), o = new DataView(out.buffer)
  for (var j = 0; j < 8; j++) o.setInt32(j * 4, h[j])
  return out
}
function hex(bytes) { return Array.prototype.map.call(bytes, function (b) { return (b + 256).toString(16).slice(1) }).join('') }
function unhex(text) { return new Uint8Array(text.match(/../g).map(function (two) { return parseInt(two, 16) })) }
function join(a, b) { var out = new Uint8Array(a.length + b.length); out.set(a); out.set(b, a.length); return out }
function hmac(key, text) {
  var inner = new Uint8Array(64).fill(54), outer = new Uint8Array(64).fill(92)
  for (var i = 0; i < key.length; i++) { inner[i] ^= key[i]; outer[i] ^= key[i] }
  return hex(sha256(join(outer, sha256(join(inner, utf8(text))))))
}
function parse(text) {
  var lines = text.split('\n').map(function (line) { return line.split('\t') })
  var people = +lines[5][1], first = 6 + people
  return {
    format: lines[0][0], id: lines[1][1], strata: lines[2][1], kind: lines[3][1], value: +lines[3][2],
    inspectors: lines.slice(6, first).map(function (f) { return { key: f[0], name: f[1], not: f[2] ? f[2].split(',') : [] } }),
    villages: lines.slice(first + 1, first + 1 + +lines[first][1]).map(function (f) { return { code: f[0], township: f[1], lots: +f[2], name: f[3] } })
  }
}
function redraw(list, seed, outs) {
  var key = unhex(seed), strata = {}, load = {}
  list.villages.forEach(function (v) {
    v.rank = hmac(key, v.code)
    for (var n = 2; n <= v.lots; n++) { var other = hmac(key, v.code + '#' + n); if (other < v.rank) v.rank = other }
    var name = list.strata === 'NONE' ? '' : v.township
    ;(strata[name] = strata[name] || []).push(v)
  })
  list.inspectors.forEach(function (i) { load[i.key] = 0 })
  function pair(v) {
    var two = list.inspectors
      .filter(function (i) { return i.not.indexOf(v.code) < 0 && i.not.indexOf(v.township) < 0 })
      .map(function (i) { return { key: i.key, rank: hmac(key, v.code + '/' + i.key) } })
      .sort(function (a, b) { return load[a.key] - load[b.key] || (a.rank < b.rank ? -1 : 1) })
      .slice(0, 2).map(function (i) { return i.key })
    two.forEach(function (k) { load[k]++ })
    return two
  }
  var drawn = [], taken = {}
  Object.keys(strata).sort().forEach(function (name) {
    var inside = strata[name].sort(function (a, b) { return a.rank < b.rank ? -1 : 1 })
    var wanted = list.kind === 'NUMBER' ? list.value : Math.ceil((inside.length * list.value) / 100)
    taken[name] = Math.min(wanted, inside.length)
    inside.slice(0, taken[name]).forEach(function (v) { drawn.push({ code: v.code, stratum: name, inspectors: pair(v) }) })
  })
  var place = {}
  drawn.forEach(function (one) { place[one.code] = one.stratum })
  var came = outs.map(function (out) {
    var name = place[out], v = strata[name] && strata[name][taken[name]++]
    if (!v) return { out: out, in: '', inspectors: [] }
    delete place[out]; place[v.code] = name
    return { out: out, in: v.code, inspectors: pair(v) }
  })
  return { drawn: drawn, came: came }
}
function check(draw) {
  var list = parse(draw.list)
  var parts = [
    ['list', draw.format === 'ovop-draw/1' && list.format === draw.format && list.id === draw.id && hex(sha256(utf8(draw.list))) === draw.listSha256],
    ['days', draw.publicOn === null ? null : draw.publicOn > draw.frozenOn]
  ]
  if (!draw.seed) return { list: list, parts: parts.concat([['seed', null], ['result', null], ['replacements', null]]) }
  var again = redraw(list, draw.seed, draw.replacements.map(function (r) { return r.out }))
  var tell = function (all) { return all.map(function (one) { return [one.code || one.out, one.in || '', one.inspectors.join('+')].join(' ') }).join('\n') }
  parts.push(['seed', hex(sha256(utf8(draw.random + '\n' + draw.publicNumber))) === draw.seed])
  parts.push(['result', tell(again.drawn) === tell(draw.result)])
  parts.push(['replacements', tell(again.came) === tell(draw.replacements)])
  return { list: list, parts: parts, drawn: again.drawn }
}
function show(text) {
  var out = document.getElementById('outcome')
  out.textContent = ''
  var line = function (tag, words, mark) { var el = document.createElement(tag); el.textContent = words; if (mark) el.className = mark; out.appendChild(el); return el }
  var found
  try { var draw = JSON.parse(text); found = check(draw) } catch (error) { line('p', W.unreadable, 'no'); return }
  var broken = found.parts.some(function (p) { return p[1] === false }), open = found.parts.some(function (p) { return p[1] === null })
  line('h2', broken ? W.unsound : open ? W.open : W.sound, broken ? 'no' : 'yes')
  line('p', draw.round + ' · ' + draw.number + ' · ' + draw.listSha256)
  found.parts.forEach(function (p) { line('p', W.part[p[0]] + ': ' + W.holds[p[1] === null ? 'open' : p[1] ? 'yes' : 'no'], p[1] === false ? 'no' : p[1] ? 'yes' : '') })
  if (!found.drawn) return
  var village = {}, person = {}
  found.list.villages.forEach(function (v) { village[v.code] = v.name })
  found.list.inspectors.forEach(function (i) { person[i.key] = i.name })
  var table = line('table', ''), body = document.createElement('tbody')
  table.appendChild(body)
  found.drawn.forEach(function (one, index) {
    var row = document.createElement('tr')
    ;[index + 1, one.code, village[one.code], one.inspectors.map(function (k) { return person[k] }).join(', ')].forEach(function (cell) {
      var td = document.createElement('td'); td.textContent = cell; row.appendChild(td)
    })
    body.appendChild(row)
  })
}
function start() {
  var box = document.getElementById('data'), file = document.getElementById('file')
  document.getElementById('run').addEventListener('click', function () { show(box.value) })
  file.addEventListener('change', function () {
    var reader = new FileReader()
    reader.onload = function () { box.value = reader.result; show(box.value) }
    if (file.files[0]) reader.readAsText(file.files[0], 'utf-8')
  })
  if (box.value) show(box.value)
}
`
