/*
 * Says so where this browser cannot run the application, in place of it. It must work where the application itself cannot
 * even be read: plain ECMAScript 5, texts in two languages included, its style set without a style sheet. Without its root
 * element the application does not start.
 */
;(function () {
  'use strict'
  var roomPath = /^\/[a-z]{3}-[a-z]{4}-[a-z]{3}\/?$/
  var texts = {
    fr: {
      title: 'Ce navigateur ne convient pas',
      text: 'Il est trop ancien, ou il lui manque ce qu’il faut pour une réunion avec son et image.',
      advice: 'Ouvrez cette adresse dans un navigateur à jour\u00a0:',
    },
    en: {
      title: 'This browser cannot be used',
      text: 'It is too old, or it lacks what a meeting with sound and picture needs.',
      advice: 'Open this address in an up-to-date browser:',
    },
  }
  var browsers = ['Firefox 128 (ESR)', 'Chrome 123', 'Edge 123', 'Safari 17.5']

  // What the oldest supported browsers all have, and those before them do not.
  function canRun() {
    return (
      typeof Promise === 'function' &&
      'withResolvers' in Promise &&
      Boolean(window.CSS) &&
      CSS.supports('color', 'light-dark(red, red)')
    )
  }
  // Over plain http a browser hides its devices: the page of the room explains that one itself.
  function canMeet() {
    return 'RTCPeerConnection' in window && (!window.isSecureContext || 'mediaDevices' in navigator)
  }

  function element(name, text) {
    var made = document.createElement(name)
    made.appendChild(document.createTextNode(text))
    return made
  }
  function section(language, tag) {
    var words = texts[language]
    var part = document.createElement('section')
    var list = document.createElement('ul')
    part.lang = language
    for (var index = 0; index < browsers.length; index++) list.appendChild(element('li', browsers[index] + '+'))
    part.appendChild(element(tag, words.title))
    part.appendChild(element('p', words.text))
    part.appendChild(element('p', words.advice))
    part.appendChild(list)
    part.firstChild.style.fontSize = '1.5em'
    part.style.marginBottom = '2.5em'
    list.style.margin = '0.5em 0'
    list.style.paddingLeft = '1.5em'
    list.style.listStyle = 'disc'
    return part
  }
  function explain(root) {
    var french = (navigator.language || '').slice(0, 2) !== 'en'
    var main = document.createElement('main')
    main.appendChild(section(french ? 'fr' : 'en', 'h1'))
    main.appendChild(section(french ? 'en' : 'fr', 'h2'))
    main.appendChild(element('code', location.href.split('#')[0]))
    main.style.maxWidth = '36em'
    main.style.margin = '0 auto'
    main.style.padding = '2em 1em'
    main.style.fontFamily = 'system-ui, sans-serif'
    main.style.lineHeight = '1.5'
    document.documentElement.lang = french ? 'fr' : 'en'
    document.title = texts[french ? 'fr' : 'en'].title
    root.removeAttribute('id')
    root.appendChild(main)
  }

  var root = document.getElementById('root')
  if (root && !(canRun() && (canMeet() || !roomPath.test(location.pathname)))) explain(root)
})()
