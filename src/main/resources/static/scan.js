// The camera of a phone as a scanner, where the browser reads codes itself. Elsewhere the form beside
// it sends a photo, which the shop's own program reads.
(() => {
  'use strict';
  const SECONDS_MAX = 60;
  const PAUSE_MS = 150;
  const FORMATS = ['qr_code', 'code_128', 'data_matrix', 'code_39', 'ean_13', 'itf'];
  const form = document.querySelector('form[data-camera]');
  if (!form) return;

  // A photo that was taken is sent.
  const file = form.querySelector('input[type=file]');
  file.addEventListener('change', () => {
    if (file.files.length) form.requestSubmit();
  });

  const target = document.getElementById(form.dataset.camera);
  const button = form.querySelector('[data-camera-live]');
  if (!target || !('BarcodeDetector' in window) || !navigator.mediaDevices) return;

  const video = form.querySelector('video');
  const problem = form.querySelector('[data-camera-problem]');
  const words = button.textContent;
  let stream = null;

  window.BarcodeDetector.getSupportedFormats().then((known) => {
    const formats = FORMATS.filter((format) => known.includes(format));
    if (!formats.length) return;
    button.hidden = false;
    button.addEventListener('click', () => (stream ? stop() : start(new window.BarcodeDetector({ formats }))));
  });

  async function start(detector) {
    problem.hidden = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      problem.hidden = false;
      return;
    }
    button.textContent = button.dataset.stop;
    video.srcObject = stream;
    video.hidden = false;
    await video.play();
    look(detector, Date.now() + SECONDS_MAX * 1000);
  }

  async function look(detector, until) {
    if (!stream) return;
    const codes = await detector.detect(video).catch(() => []);
    if (codes.length) {
      target.value = codes[0].rawValue;
      stop();
      target.form.requestSubmit();
    } else if (Date.now() > until) {
      stop();
    } else {
      setTimeout(() => look(detector, until), PAUSE_MS);
    }
  }

  function stop() {
    if (stream) stream.getTracks().forEach((track) => track.stop());
    stream = null;
    video.hidden = true;
    button.textContent = words;
  }
  window.addEventListener('pagehide', stop);
})();
