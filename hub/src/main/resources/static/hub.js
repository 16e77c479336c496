// Two small custom elements. Everything works without them; with them the page says how old it is,
// and the past can be looked at with a slider.

/** The clocks in the top bar: turns amber and says so when the hub has not been heard for a minute. */
class LiveClock extends HTMLElement {
  connectedCallback() {
    this.heard = Date.now();
    this.hear = e => {
      this.heard = Date.now();
      const at = new Date(e.detail?.data || NaN);
      if (!isNaN(at)) this.show(at);
      this.check();
    };
    document.addEventListener('beat', this.hear);
    document.addEventListener('grew', this.hear);
    this.timer = setInterval(() => this.check(), 5000);
  }

  disconnectedCallback() {
    clearInterval(this.timer);
    document.removeEventListener('beat', this.hear);
    document.removeEventListener('grew', this.hear);
  }

  show(at) {
    const text = new Intl.DateTimeFormat('en-GB', {
      hour: '2-digit', minute: '2-digit', timeZone: this.dataset.zone,
    }).format(at);
    for (const time of this.querySelectorAll('time')) {
      time.textContent = text;
      time.dateTime = at.toISOString();
    }
  }

  check() {
    const silent = Date.now() - this.heard > 60000;
    const followed = document.getElementById('stream');
    const late = Boolean(followed) && silent;
    if (late === this.classList.contains('late')) return;
    this.classList.toggle('late', late);
    const word = this.querySelector('[data-silent]');
    word.textContent = late ? word.dataset.silent : word.dataset.heard;
  }
}

/** A slider over the day for the as-known-at form that it wraps; sends the form when let go. */
class AsKnown extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('input[type=range]')) return;
    const {from, until, at, label} = this.dataset;
    const start = Date.parse(from);
    const slider = Object.assign(document.createElement('input'), {
      type: 'range', min: 0, step: 5, max: Math.floor((Date.parse(until) - start) / 60000),
    });
    slider.value = Math.floor((Date.parse(at) - start) / 60000);
    slider.setAttribute('aria-label', label);
    slider.setAttribute('data-keep', '');
    const field = document.querySelector(this.dataset.field);
    const minute = () => new Date(Math.min(start + slider.value * 60000, Date.parse(this.dataset.now)));
    const local = date => new Intl.DateTimeFormat('sv-SE', {
      timeZone: this.dataset.zone, dateStyle: 'short', timeStyle: 'short',
    }).format(date).replace(' ', 'T');
    slider.addEventListener('input', () => {
      field.value = local(minute());
      slider.setAttribute('aria-valuetext', field.value.replace('T', ' '));
    });
    slider.addEventListener('change', () => field.form.requestSubmit());
    this.append(slider);
  }
}

customElements.define('live-clock', LiveClock);
customElements.define('as-known', AsKnown);
