// Shows the ways that need a passkey where the browser has them, and says when one failed.
(function () {
  'use strict'
  const able = !!(window.PublicKeyCredential && navigator.credentials && navigator.credentials.get)
  document.addEventListener('DOMContentLoaded', function () {
    if (!able) { return }
    document.querySelectorAll('[data-passkey]').forEach(function (part) { part.hidden = false })
  })
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    document.querySelectorAll('[data-passkey-failed]').forEach(function (line) { line.hidden = false })
  })
})()
