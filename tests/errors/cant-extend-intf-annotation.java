@interface A extends Runnable {
}

class T {
}
