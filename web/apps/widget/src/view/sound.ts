// One soft tone for a new message. Browsers that let no page sound before a click stay silent; nothing breaks.

export function chime(): void {
  try {
    const audio = new AudioContext();
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.connect(volume).connect(audio.destination);
    tone.frequency.value = 784;
    volume.gain.setValueAtTime(0.08, audio.currentTime);
    volume.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.4);
    tone.onended = () => void audio.close();
    tone.start();
    tone.stop(audio.currentTime + 0.4);
  } catch {
    // No sound here.
  }
}
