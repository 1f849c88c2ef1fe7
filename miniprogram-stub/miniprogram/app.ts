import { listen } from './services/privacy';

App({
  onLaunch() {
    listen();
  },
});
