@interface T extends Runnable { }
