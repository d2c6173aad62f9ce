// Shows a call that came while no page was open; pressing it opens the signed page.
self.addEventListener('push', (event) => {
  const {
    title = '安薪',
    body = '',
    link = null,
    key = '',
    urgent = false,
  } = event.data ? event.data.json() : {}
  event.waitUntil(
    self.registration.showNotification(title, {
      body,
      data: { link },
      // The same call repeated after a crash replaces itself.
      tag: key,
      renotify: Boolean(key),
      requireInteraction: urgent,
      lang: 'zh-CN',
    }),
  )
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  event.waitUntil(self.clients.openWindow(event.notification.data?.link ?? '/desk'))
})
