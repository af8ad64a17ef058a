// What pages do better with JavaScript. Everything here also works, in a plainer way, without it.
(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');

  // The error summary is read out and reached first.
  document.querySelector('[data-focus]')?.focus();

  // A form is sent once.
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (event.defaultPrevented || form.method === 'get') return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = 'yes';
    setTimeout(() => {
      form.classList.add('busy');
      form.querySelectorAll('button').forEach((button) => { button.setAttribute('aria-disabled', 'true'); });
    });
  });
  window.addEventListener('pageshow', (event) => {
    if (!event.persisted) return;
    document.querySelectorAll('form[data-sent]').forEach((form) => {
      delete form.dataset.sent;
      form.classList.remove('busy');
      form.querySelectorAll('button').forEach((button) => button.removeAttribute('aria-disabled'));
    });
  });

  // Photos go one by one; the answer is the whole page, of which the slot (and what else depends on it) is kept.
  const queue = [];
  let sending = false;

  function enqueue(form) {
    const file = form.querySelector('input[type=file]').files[0];
    if (!file) return;
    show(form, form.dataset.sending, 0, false);
    queue.push(form);
    next();
  }

  function next() {
    const form = sending ? null : queue.shift();
    if (!form) return;
    sending = true;
    const request = new XMLHttpRequest();
    request.open('POST', form.action);
    request.timeout = 120000;
    request.responseType = 'document';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) {
        const percent = Math.round((event.loaded / event.total) * 100);
        show(form, form.dataset.sending + ' ' + percent + '%', percent, false);
      }
    });
    request.addEventListener('loadend', () => {
      sending = false;
      const page = request.response;
      const slot = page && page.getElementById(form.dataset.upload);
      if (slot) {
        replace(slot, page);
      } else if (request.status === 200 && new URL(request.responseURL).pathname !== location.pathname) {
        location.assign(request.responseURL);
      } else if (request.status === 413 || request.status === 403) {
        const words = page && page.querySelector('main p');
        show(form, words ? words.textContent : form.dataset.failed, null, true);
      } else {
        show(form, form.dataset.failed, null, true);
      }
      next();
    });
    request.send(new FormData(form));
  }

  function replace(slot, page) {
    const old = document.getElementById(slot.id);
    old.replaceWith(document.adoptNode(slot));
    document.querySelectorAll('[data-live]').forEach((part) => {
      const fresh = part.id && page.getElementById(part.id);
      if (fresh) part.replaceWith(document.adoptNode(fresh));
    });
    enhance(slot);
    const focus = slot.querySelector('input[type=file]') || slot.querySelector('a');
    if (focus) focus.focus({ preventScroll: true });
  }

  function show(form, words, percent, failed) {
    const bar = form.querySelector('progress');
    form.classList.toggle('busy', !failed);
    form.querySelector('.upload-message').textContent = words;
    form.querySelector('.upload-message').classList.toggle('problem', failed);
    form.querySelector('.upload-retry').hidden = !failed;
    bar.hidden = failed;
    if (percent !== null) bar.value = percent;
  }

  function enhance(within) {
    within.querySelectorAll('form[data-upload]').forEach((form) => {
      form.querySelector('input[type=file]').addEventListener('change', () => enqueue(form));
      form.querySelector('.upload-retry').addEventListener('click', () => enqueue(form));
    });
    within.querySelectorAll('[data-copy]').forEach((button) => {
      button.hidden = !navigator.clipboard;
    });
  }
  enhance(document);
  window.addEventListener('online', () => {
    document.querySelectorAll('.upload-retry:not([hidden])').forEach((button) => button.click());
  });

  document.addEventListener('click', async (event) => {
    const copy = event.target.closest('[data-copy]');
    if (copy) {
      await navigator.clipboard.writeText(copy.dataset.copy);
      const words = copy.querySelector('span') || copy;
      words.dataset.before ??= words.textContent;
      words.textContent = document.body.dataset.copied;
      copy.setAttribute('aria-live', 'polite');
      setTimeout(() => { words.textContent = words.dataset.before; }, 2000);
    }
    if (event.target.closest('[data-print]')) window.print();
    const place = event.target.closest('[data-line]');
    const text = place && document.getElementById('f-text');
    if (text) {
      event.preventDefault();
      showPlace(text, Number(place.dataset.line), Number(place.dataset.column));
    }
  });

  // At the bench one key is an answer: what is typed is sent as soon as it is one of them.
  document.addEventListener('input', (event) => {
    const answers = event.target.dataset.now;
    if (answers && answers.split(' ').includes(event.target.value)) event.target.form.requestSubmit();
  });

  // The line something is wrong in, chosen in the text itself.
  function showPlace(text, line, column) {
    const lines = text.value.split('\n');
    const from = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
    text.focus();
    text.setSelectionRange(from + column - 1, from + (lines[line - 1] || '').length);
    text.scrollTop = (text.scrollHeight / lines.length) * Math.max(0, line - 5);
  }

  // The desk by keyboard: j and k walk a list, Enter opens, a letter shown on a button presses it.
  const typing = (element) => element.closest('input:not([type=radio]):not([type=checkbox]), textarea, select, [contenteditable]');
  const items = () => [...document.querySelectorAll('[data-item]')];

  function walk(step) {
    const all = items();
    if (!all.length) return;
    const now = all.findIndex((item) => item.classList.contains('here'));
    const to = now < 0 ? 0 : Math.min(all.length - 1, Math.max(0, now + step));
    all.forEach((item, index) => item.classList.toggle('here', index === to));
    const link = all[to].querySelector('a');
    if (link) link.focus({ preventScroll: true });
    all[to].scrollIntoView({ block: 'nearest' });
  }

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Escape' && typing(event.target)) {
      event.target.blur();
      return;
    }
    if (typing(event.target)) return;
    if (event.key === 'j' || event.key === 'k') {
      walk(event.key === 'j' ? 1 : -1);
      return;
    }
    const key = CSS.escape(event.key);
    const focus = document.querySelector('[data-key-focus="' + key + '"]');
    const press = document.querySelector('[data-key="' + key + '"]');
    if (!focus && !press) return;
    event.preventDefault();
    if (focus) focus.focus();
    else press.click();
  });
})();
