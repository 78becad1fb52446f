document.querySelector('button[type="submit"]').click()
